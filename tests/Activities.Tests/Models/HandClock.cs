namespace Workflows.Activities.Tests.Models;

/// <summary>A clock that is set by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    public static readonly DateTimeOffset Origin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Origin;

    public override DateTimeOffset GetUtcNow() => Now;
}
