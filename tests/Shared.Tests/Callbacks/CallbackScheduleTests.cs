using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Callbacks;

namespace Workflows.Shared.Tests.Callbacks;

public sealed class CallbackScheduleTests
{
    [Fact]
    public void Waits_grow_from_seconds_to_an_hour_at_most()
    {
        double[] seconds = [.. Enumerable.Range(1, 40).Select(attempt => CallbackSchedule.After("a", attempt, null).TotalSeconds)];

        Assert.InRange(seconds[0], 4, 6);
        Assert.InRange(seconds[1], 8, 12);
        Assert.InRange(seconds[5], 128, 192);
        Assert.All(seconds, wait => Assert.InRange(wait, 4, 3_600));
        Assert.All(seconds[11..], wait => Assert.InRange(wait, 2_400, 3_600));
    }

    [Fact]
    public void A_day_has_some_dozens_of_attempts()
    {
        TimeSpan at = TimeSpan.Zero;
        int attempts = 1;
        while ((at += CallbackSchedule.After("a", attempts, null)) < CallbackSchedule.Lasts)
        {
            attempts++;
        }

        Assert.InRange(attempts, 30, 60);
    }

    [Fact]
    public void The_same_delivery_waits_the_same_and_others_wait_otherwise()
    {
        Assert.Equal(CallbackSchedule.After("a", 3, null), CallbackSchedule.After("a", 3, null));
        Assert.True(Enumerable.Range(0, 100).Select(i => CallbackSchedule.After($"batch-{i}", 3, null)).Distinct().Count() > 90);
    }

    [Theory]
    [InlineData(120, 120)]
    [InlineData(86_400, 3_600)]
    [InlineData(double.PositiveInfinity, 5)]
    public void What_the_receiver_asks_for_is_kept_up_to_an_hour(double asked, double expected) =>
        Assert.Equal(expected, CallbackSchedule.After("a", 1, asked).TotalSeconds, tolerance: 1);

    [Fact]
    public void Every_wait_is_possible() => Prop.ForAll<int, double>((attempt, asked) =>
        CallbackSchedule.After("a", attempt, asked) is { } wait && wait >= TimeSpan.FromSeconds(4) && wait <= CallbackSchedule.Longest).QuickCheckThrowOnFailure();
}
