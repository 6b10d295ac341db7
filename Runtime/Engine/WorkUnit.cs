namespace Workflows.Runtime.Engine;

/// <summary>
/// One run of user code that may wait for something outside of the engine: an activity, or the operations of an entity's turn.
/// It flows with the code, so that a timer or a wait can be told whose it is.
/// </summary>
internal sealed class WorkUnit : IDisposable
{
    private static readonly AsyncLocal<WorkUnit?> Ambient = new();
    private readonly WorkMeter _meter;
    private readonly string _description;

    private WorkUnit(WorkMeter meter, string description)
    {
        _meter = meter;
        _description = description;
    }

    /// <summary>The unit in whose flow the caller runs, or null.</summary>
    public static WorkUnit? Current => Ambient.Value;

    /// <summary>Begins a unit in the caller's async method: the flow outside of that method is not touched.</summary>
    public static WorkUnit Begin(WorkMeter meter, string description) => Ambient.Value = new WorkUnit(meter, description);

    public void Dispose() => _meter.End(this);

    public override string ToString() => _description;
}
