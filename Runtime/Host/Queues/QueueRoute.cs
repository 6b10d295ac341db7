namespace Workflows.Runtime.Host.Queues;

/// <summary>A queue and where it is.</summary>
internal sealed record QueueRoute(IQueueStore Store, string Queue);
