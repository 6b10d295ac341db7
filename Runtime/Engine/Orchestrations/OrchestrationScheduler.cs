using System.Diagnostics.CodeAnalysis;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Runs an orchestrator's code on the thread that advances it, one piece at a time, in the order in which pieces became ready.</summary>
/// <param name="wokenFromOutside">Called once, on any thread, when something outside of the engine wakes the orchestrator.</param>
internal sealed class OrchestrationScheduler(Action wokenFromOutside) : TaskScheduler
{
    private readonly Queue<Task> _ready = [];
    private readonly Lock _gate = new();
    private volatile int _thread;
    private int _woken;

    /// <summary>True once something outside of the engine woke the orchestrator: it awaited what is not durable.</summary>
    public bool WokenFromOutside => Volatile.Read(ref _woken) != 0;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether the caller runs where the orchestrator's code belongs; if not, that is noted.</summary>
    public bool CheckAccess()
    {
        if (_thread == Environment.CurrentManagedThreadId)
        {
            return true;
        }

        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            wokenFromOutside();
        }

        return false;
    }

    /// <summary>Runs <paramref name="action"/> as if the orchestrator's thread were at work, then whatever it made ready.</summary>
    public void Run(Action action)
    {
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            action();
            while (TryNext(out Task? task))
            {
                TryExecuteTask(task);
            }
        }
        finally
        {
            _thread = 0;
        }
    }

    protected override void QueueTask(Task task)
    {
        // Noted before the orchestrator's thread can find it: what it brings about must not pass for the orchestrator's own.
        CheckAccess();
        lock (_gate)
        {
            _ready.Enqueue(task);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && _thread == Environment.CurrentManagedThreadId && Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_gate)
        {
            return [.. _ready];
        }
    }

    private bool TryNext([NotNullWhen(true)] out Task? task)
    {
        lock (_gate)
        {
            return _ready.TryDequeue(out task);
        }
    }
}
