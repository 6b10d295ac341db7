namespace Workflows.Runtime.Engine.HostTables;

/// <summary>The times of a timer function.</summary>
/// <param name="Last">The run that the schedule goes on from; null while there was none.</param>
/// <param name="Next">When it is due.</param>
/// <param name="Updated">From when <paramref name="Next"/> was reckoned.</param>
internal sealed record TimerStatus(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated);
