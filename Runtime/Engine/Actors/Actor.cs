using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Actors;

/// <summary>
/// An orchestration instance or an entity that is in memory: a mailbox, and turns that never overlap. Whoever posts into an empty,
/// resting mailbox has the actor scheduled; an actor that was retired takes nothing any more.
/// </summary>
internal abstract class Actor(string id, long lastUsed)
{
    private readonly Lock _gate = new();
    private List<InboxMessage> _mail = [];
    private bool _busy;
    private bool _retired;

    public string Id { get; } = id;

    public abstract bool IsEntity { get; }

    /// <summary>A number that grows with every use, for choosing whom to retire.</summary>
    public long LastUsed { get; private set; } = lastUsed;

    /// <summary>Puts a message into the mailbox.</summary>
    /// <param name="message">The message.</param>
    /// <param name="use">The current use number.</param>
    /// <param name="schedule">True when the caller must now have the actor scheduled.</param>
    /// <returns>False when the actor is retired: make a new one.</returns>
    public bool TryPost(InboxMessage message, long use, out bool schedule)
    {
        lock (_gate)
        {
            schedule = false;
            if (_retired)
            {
                return false;
            }

            LastUsed = use;
            _mail.Add(message);
            schedule = !_busy;
            _busy = true;
            return true;
        }
    }

    /// <summary>True when it has mail that exists nowhere but in memory.</summary>
    public bool HasUnstoredMail
    {
        get
        {
            lock (_gate)
            {
                return _mail.Exists(m => !m.IsStored);
            }
        }
    }

    /// <summary>Runs one turn. Ends when its effects are durable (or its messages are back in the mailbox).</summary>
    /// <returns>What to do next; after <see cref="TurnEnd.Failed"/> the actor must be scheduled again.</returns>
    public abstract Task<TurnEnd> RunTurnAsync();

    /// <summary>Retires the actor when it rests with nothing to do.</summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            if (_busy || _mail.Count > 0)
            {
                return false;
            }

            return _retired = true;
        }
    }

    /// <summary>Looks at the actor while it rests.</summary>
    /// <returns>What <paramref name="look"/> saw, or the default when a turn is running.</returns>
    protected T? Inspect<T>(Func<T> look)
    {
        lock (_gate)
        {
            return _busy ? default : look();
        }
    }

    /// <summary>Takes all mail for a turn.</summary>
    protected List<InboxMessage> TakeMail()
    {
        lock (_gate)
        {
            List<InboxMessage> mail = _mail;
            _mail = [];
            return mail;
        }
    }

    /// <summary>Puts mail back in front, after a turn that could not use it.</summary>
    protected void ReturnMail(IReadOnlyList<InboxMessage> mail)
    {
        lock (_gate)
        {
            _mail.InsertRange(0, mail);
        }
    }

    /// <summary>Ends a turn.</summary>
    /// <param name="waiting">How many messages of the mailbox cannot be used before another one comes.</param>
    /// <param name="retire">True to retire when nothing is left.</param>
    /// <returns>Whether to schedule it again, let it rest, or forget it.</returns>
    protected TurnEnd EndTurn(int waiting, bool retire)
    {
        lock (_gate)
        {
            if (_mail.Count > waiting)
            {
                return TurnEnd.Again;
            }

            _busy = false;
            _retired = retire && _mail.Count == 0;
            return _retired ? TurnEnd.Retired : TurnEnd.Rest;
        }
    }
}
