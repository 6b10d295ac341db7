using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Debate;

/// <summary>The events of one debate, only ever added to; each goes to the custom status at once, where it can be read while the debate runs and after it.</summary>
internal sealed class DebateLedger(TaskOrchestrationContext context)
{
    private readonly DateTime _began = context.CurrentUtcDateTime;
    private readonly List<LedgerEvent> _events = [];
    private string _message = "";
    private int _completed;
    private int _total = 4;

    /// <summary>All events so far.</summary>
    public IReadOnlyList<LedgerEvent> Events => _events;

    /// <summary>Milliseconds since the debate began.</summary>
    public long NowMs => (long)(context.CurrentUtcDateTime - _began).TotalMilliseconds;

    /// <summary>Adds an event.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="fill">What it has beside name, task and time; null: nothing.</param>
    public void Add(string name, Func<LedgerEvent, LedgerEvent>? fill = null)
    {
        LedgerEvent entry = new() { Event = name, TaskId = context.InstanceId, At = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero), OffsetMs = NowMs };
        _events.Add(fill is null ? entry : fill(entry));
        Tell();
    }

    /// <summary>Says what goes on.</summary>
    public void Say(string message)
    {
        _message = message;
        Tell();
    }

    /// <summary>One step more has been done.</summary>
    public void StepDone()
    {
        _completed++;
        Tell();
    }

    /// <summary>There is one step more to do than was known.</summary>
    public void StepMore() => _total++;

    private void Tell() => context.SetCustomStatus(new DebateProgress { Completed = _completed, Total = _total, Message = _message, Ledger = [.. _events] });
}
