namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>From what an instance was forked.</summary>
internal sealed record ForkedFromAnswer(string Id, long? AfterEvent);
