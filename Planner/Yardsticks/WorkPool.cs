namespace Workflows.Planner.Yardsticks;

/// <summary>The limits of a pool.</summary>
/// <param name="MaxConcurrent">Most calls at once.</param>
/// <param name="CallsPerMinute">Most calls in any 60 seconds; null: no limit.</param>
public sealed record WorkPool(int MaxConcurrent, int? CallsPerMinute)
{
    /// <summary>When a call may start at the earliest, in seconds from the pool's first: call k of a budget of N a minute floor((k−1)/N) minutes in.</summary>
    /// <param name="number">The call's number, from 1.</param>
    public double Earliest(int number) => CallsPerMinute is { } calls && number > 0 ? (number - 1) / calls * 60.0 : 0;
}
