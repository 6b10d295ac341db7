using System.Collections.Concurrent;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Actors;

/// <summary>
/// The actors in memory: makes one when a message comes for it, and retires those longest unused when there are too many, or too little memory is left.
/// </summary>
/// <param name="capacity">How many may rest in memory.</param>
/// <param name="maxMemory">How many bytes the process may use before some of them must go.</param>
/// <param name="create">Makes an actor for a message.</param>
/// <param name="schedule">Has an actor run a turn.</param>
internal sealed class ActorTable(int capacity, long maxMemory, Func<InboxMessage, long, Actor> create, Action<Actor> schedule)
{
    private readonly ConcurrentDictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private const int UsesBetweenLooks = 512;
    private const int FewToKeep = 64;

    private long _uses;
    private int _sweeping;

    public int Count => _actors.Count;

    public Actor? Find(string id) => _actors.GetValueOrDefault(id);

    public void Remove(Actor actor) => _actors.TryRemove(KeyValuePair.Create(actor.Id, actor));

    public void Post(InboxMessage message)
    {
        long use = Interlocked.Increment(ref _uses);
        while (true)
        {
            Actor actor = _actors.GetOrAdd(message.Target, static (_, make) => make.create(make.message, make.use), (create, message, use));
            if (actor.TryPost(message, use, out bool mustRun))
            {
                if (mustRun)
                {
                    schedule(actor);
                }

                break;
            }

            Remove(actor);
        }

        if (_actors.Count > capacity)
        {
            Sweep(capacity - (capacity / 10));
        }
        else if (use % UsesBetweenLooks == 0 && _actors.Count > FewToKeep && GC.GetTotalMemory(forceFullCollection: false) > maxMemory)
        {
            Sweep(_actors.Count / 2);
        }
    }

    /// <summary>Retires actors, those longest unused first, as far as they rest, until there is some room.</summary>
    private void Sweep(int target)
    {
        if (Interlocked.Exchange(ref _sweeping, 1) == 1)
        {
            return;
        }

        try
        {
            foreach (Actor actor in _actors.Values.OrderBy(a => a.LastUsed))
            {
                if (_actors.Count <= target)
                {
                    break;
                }

                if (actor.TryRetire())
                {
                    Remove(actor);
                }
            }
        }
        finally
        {
            Volatile.Write(ref _sweeping, 0);
        }
    }
}
