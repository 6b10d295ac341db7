namespace Workflows.Bench.Runtime.Measuring;

/// <summary>The real clock, ahead by a fixed time: what was due in between is overdue.</summary>
internal sealed class LaterTimeProvider(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
