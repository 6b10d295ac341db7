namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>One execution of an instance.</summary>
internal sealed record ExecutionAnswer(long Execution, DateTimeOffset Started, long Events);
