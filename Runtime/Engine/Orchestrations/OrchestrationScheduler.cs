namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Runs an orchestrator's code on the thread that advances it, one piece at a time, in the order in which pieces became ready.</summary>
internal sealed class OrchestrationScheduler : TaskScheduler
{
    private readonly Queue<Task> _ready = [];
    private readonly Lock _gate = new();
    private int _thread;

    /// <summary>True once something outside of the engine woke the orchestrator: it awaited what is not durable.</summary>
    public bool WokenFromOutside { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs until nothing is ready.</summary>
    public void Pump()
    {
        _thread = Environment.CurrentManagedThreadId;
        try
        {
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

    /// <summary>Runs <paramref name="action"/> as if the orchestrator's thread were at work, then whatever it made ready.</summary>
    public void Run(Action action)
    {
        _thread = Environment.CurrentManagedThreadId;
        action();
        Pump();
    }

    protected override void QueueTask(Task task)
    {
        lock (_gate)
        {
            WokenFromOutside |= _thread != Environment.CurrentManagedThreadId;
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

    private bool TryNext([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Task? task)
    {
        lock (_gate)
        {
            return _ready.TryDequeue(out task);
        }
    }
}
