namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>How a queue on a pool of eight gets along with servers that are not what was configured; calls take 20 s.</summary>
public sealed class FleetFaultTests
{
    [Fact]
    public void A_server_that_takes_two_at_once_in_place_of_eight_is_refused_little_and_used_well()
    {
        ServedQueue queue = new(calls: 60, atOnce: _ => 2);

        queue.Run();

        Assert.Equal(60, queue.Served);
        Assert.InRange(queue.Ended, 600, 600 * 1.25);
        Assert.InRange(queue.Refused, 1, 60);
    }

    [Fact]
    public void A_server_that_refuses_everything_for_two_minutes_costs_little_more_than_these()
    {
        ServedQueue queue = new(calls: 200, atOnce: time => time is > 40 and < 160 ? 0 : 8);

        queue.Run();

        Assert.Equal(200, queue.Served);
        Assert.InRange(queue.Ended, 600, 500 + 120 + 60);
        Assert.InRange(queue.Refused, 5, 40);
    }

    [Fact]
    public void Under_a_flood_of_batch_work_real_time_calls_wait_less_than_one_service_time()
    {
        ServedQueue queue = new(calls: 200, atOnce: _ => 8, realtimeEvery: 7);

        queue.Run();

        Assert.InRange(queue.RealtimeWaits.Order().ElementAt((int)(queue.RealtimeWaits.Count * 0.95)), 0, 20);
    }
}
