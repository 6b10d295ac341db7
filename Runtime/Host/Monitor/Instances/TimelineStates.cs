namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>How something on a timeline stands.</summary>
internal static class TimelineStates
{
    public const string Open = "open";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Canceled = "canceled";
}
