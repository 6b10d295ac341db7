namespace Workflows.Runtime.Host.Queues;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Ready">Those that can be received now; of an account an estimate of all.</param>
/// <param name="Hidden">Those that somebody works on, or that wait for their time; null: not known.</param>
/// <param name="Oldest">When the oldest was put; null: not known, or there is none.</param>
internal sealed record QueueLengths(long Ready, long? Hidden, DateTimeOffset? Oldest);
