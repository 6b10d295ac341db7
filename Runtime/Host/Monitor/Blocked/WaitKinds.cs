namespace Workflows.Runtime.Host.Monitor.Blocked;

/// <summary>What can keep an instance waiting.</summary>
internal static class WaitKinds
{
    public const string Activity = "activity";
    public const string Timer = "timer";
    public const string Event = "event";
    public const string SubOrchestration = "subOrchestration";
    public const string EntityCall = "entityCall";
    public const string Lock = "lock";
    public const string Fleet = "fleet";
    public const string Suspended = "suspended";
    public const string Start = "start";
}
