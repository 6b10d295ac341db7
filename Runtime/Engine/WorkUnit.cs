namespace Workflows.Runtime.Engine;

/// <summary>
/// One run of user code that may wait for something outside of the engine: an activity, or the operations of an entity's turn.
/// It flows with the code, so that a timer or a wait can be told whose it is.
/// </summary>
internal sealed class WorkUnit : IDisposable
{
    private static readonly AsyncLocal<WorkUnit?> Ambient = new();
    private readonly WorkMeter _meter;
    private volatile bool _ended;

    private WorkUnit(WorkMeter meter) => _meter = meter;

    /// <summary>The unit in whose flow the caller runs, or null.</summary>
    public static WorkUnit? Current => Ambient.Value;

    /// <summary>Begins a unit in the caller's async method: the flow outside of that method is not touched.</summary>
    public static WorkUnit Begin(WorkMeter meter) => Ambient.Value = new WorkUnit(meter);

    /// <summary>Whether it is under way and counted by <paramref name="meter"/>.</summary>
    public bool IsUnderWay(WorkMeter meter) => !_ended && ReferenceEquals(meter, _meter);

    public void Dispose() => _ended = true;
}
