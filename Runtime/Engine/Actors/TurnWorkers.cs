using System.Threading.Channels;

namespace Workflows.Runtime.Engine.Actors;

/// <summary>Runs the turns of scheduled actors, at most so many at once of each kind.</summary>
/// <param name="runTurn">Runs a turn; throws nothing.</param>
internal sealed class TurnWorkers(Func<Actor, Task> runTurn)
{
    private readonly Channel<Actor> _orchestrations = Channel.CreateUnbounded<Actor>();
    private readonly Channel<Actor> _entities = Channel.CreateUnbounded<Actor>();
    private volatile bool _stopping;
    private Task[] _workers = [];

    /// <summary>How many entities wait for a worker.</summary>
    public int WaitingEntities => _entities.Reader.Count;

    public void Start(int orchestrations, int entities) => _workers =
    [
        .. Enumerable.Range(0, orchestrations).Select(_ => Task.Run(RunOrchestrationsAsync)),
        .. Enumerable.Range(0, entities).Select(_ => Task.Run(RunEntitiesAsync)),
    ];

    /// <returns>False when no turn is taken on any more.</returns>
    public bool Schedule(Actor actor) => (actor.IsEntity ? _entities : _orchestrations).Writer.TryWrite(actor);

    /// <summary>
    /// Takes no more turns on and waits for those that run. Orchestrations that are ready still have one: they hold results that are
    /// nowhere else. What entities have not begun is in the inbox.
    /// </summary>
    public async Task StopAsync(TimeSpan patience)
    {
        _stopping = true;
        _orchestrations.Writer.TryComplete();
        _entities.Writer.TryComplete();
        await Task.WhenAny(Task.WhenAll(_workers), Task.Delay(patience, TimeProvider.System));
    }

    private async Task RunOrchestrationsAsync()
    {
        // A turn computes synchronously up to its commit; the worker does not wait for the disk, so that ready turns share a transaction.
        List<Task> committing = [];
        await foreach (Actor actor in _orchestrations.Reader.ReadAllAsync())
        {
            committing.RemoveAll(task => task.IsCompleted);
            Task turn = runTurn(actor);
            if (!turn.IsCompleted)
            {
                committing.Add(turn);
            }
        }

        await Task.WhenAll(committing);
    }

    private async Task RunEntitiesAsync()
    {
        await foreach (Actor actor in _entities.Reader.ReadAllAsync())
        {
            if (!_stopping)
            {
                await runTurn(actor);
            }
        }
    }
}
