namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>A moment at which something was done to the instance.</summary>
internal sealed record TimelineMark(string Kind, DateTimeOffset Time, long Sequence);
