using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>How long a call is expected to wait.</summary>
public sealed class FleetForecastTests
{
    [Fact]
    public void Where_a_slot_is_free_nobody_waits()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        fleet.Lease("one");

        Assert.Equal(0, fleet.Forecast(60, "a"));
    }

    [Fact]
    public void Those_before_are_worked_off_by_as_many_at_once_as_the_pool_takes()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        foreach (string caller in new[] { "one", "two", "three", "four" })
        {
            fleet.Acquire(caller);
        }

        Assert.Equal(90, fleet.Forecast(60, "a"));
    }

    [Fact]
    public void The_pace_is_learnt_from_answers_and_the_latest_ten_or_so_count()
    {
        FleetDouble fleet = new(Pool());
        Answer(fleet, 20);
        fleet.Acquire("running");

        Assert.Equal(20, fleet.Forecast(60, "a"));
        fleet.Release(fleet.Lease("running"), Sent(0) with { Status = ModelSendStatus.Answered, DurationSeconds = 30 });
        fleet.Acquire("running");
        Assert.Equal(21, fleet.Forecast(60, "a"));
    }

    [Fact]
    public void Failures_teach_no_pace()
    {
        FleetDouble fleet = new(Pool());
        fleet.Release(fleet.Lease("one"), Sent(0) with { Status = ModelSendStatus.TimedOut, DurationSeconds = 500 });
        fleet.Acquire("running");

        Assert.Equal(60, fleet.Forecast(60, "a"));
    }

    [Fact]
    public void A_closed_pool_is_waited_for()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        fleet.Release(fleet.Lease("one"), Sent(0) with { Status = ModelSendStatus.RateLimited, RetryAfterSeconds = 40 });
        fleet.Clock = 10;

        Assert.Equal(30, fleet.Forecast(60, "a"));
    }

    [Fact]
    public void Of_several_pools_the_shortest_wait_counts_and_a_pool_of_another_fleet_is_none()
    {
        FleetDouble fleet = new(Pool("a"), Pool("b"));
        fleet.Acquire("running");

        Assert.Equal((0, null), (fleet.Forecast(60, "a", "b"), fleet.Forecast(60, "elsewhere")));
    }

    [Fact]
    public void Asking_changes_nothing()
    {
        FleetDouble fleet = new(Pool());
        fleet.Acquire("running");
        string before = fleet.Json;
        fleet.Clock = 1_000;

        fleet.Forecast(60, "a");

        Assert.Equal(before, fleet.Json);
    }

    private static void Answer(FleetDouble fleet, double seconds) => fleet.Release(fleet.Lease("first"), Sent(0) with { Status = ModelSendStatus.Answered, DurationSeconds = seconds });
}
