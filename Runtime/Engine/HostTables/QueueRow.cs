namespace Workflows.Runtime.Engine.HostTables;

/// <summary>A message that was taken from a queue.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Body">Its text.</param>
/// <param name="Inserted">When it was put.</param>
/// <param name="Dequeued">How many times it has been taken, this time included; also the proof that this taking is the latest.</param>
internal sealed record QueueRow(long Id, string Body, DateTimeOffset Inserted, long Dequeued);
