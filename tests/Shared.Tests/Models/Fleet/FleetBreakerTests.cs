using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>When a pool is given up for a while, how it is tried again, and where its tickets go meanwhile.</summary>
public sealed class FleetBreakerTests
{
    private static readonly FleetOutcome Broken = Sent(0) with { Status = ModelSendStatus.Unavailable };
    private static readonly FleetOutcome Served = Sent(0) with { Status = ModelSendStatus.Answered };

    [Fact]
    public void Five_failures_in_a_row_open_it()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fail(fleet, 4);
        Assert.NotNull(fleet.Acquire("fifth").Lease);
        fleet.Release(fleet.Lease("fifth"), Broken);

        FleetAnswer answer = fleet.Acquire("next");

        Assert.Null(answer.Lease);
        Assert.Null(answer.Refused);
        Assert.Contains("pool a is failing, next probe at 00:00:0", answer.Waits, StringComparison.Ordinal);
    }

    [Fact]
    public void A_success_between_them_keeps_it_closed()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fail(fleet, 4);
        fleet.Release(fleet.Lease("good"), Served);
        Fail(fleet, 4);

        Assert.NotNull(fleet.Acquire("next").Lease);
    }

    [Fact]
    public void Refusals_open_it_only_when_less_at_once_is_not_possible()
    {
        FleetOutcome refused = Sent(0) with { Status = ModelSendStatus.RateLimited };
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Lease("older");
        fleet.Clock = 1;
        Refuse(7);
        Assert.Equal(0, fleet.State.Health["a"].Trips);

        fleet.Withdraw("older");
        Refuse(5);
        Assert.Equal(1, fleet.State.Health["a"].Trips);

        void Refuse(int count)
        {
            for (int i = 0; i < count; i++)
            {
                fleet.Clock += 0.1;
                if (fleet.Acquire($"r{i}").Lease is { } lease)
                {
                    fleet.Release(lease, refused);
                }
                else
                {
                    fleet.Withdraw($"r{i}");
                }
            }
        }
    }

    [Fact]
    public void One_probe_at_a_time_goes_after_a_delay_of_about_two_seconds()
    {
        FleetDouble fleet = Opened();
        fleet.Acquire("x");
        fleet.Acquire("y");
        double probe = fleet.NextChange()!.Value;
        Assert.InRange(probe, 1.5, 2.5);

        fleet.Clock = probe;
        Assert.Equal(["x"], fleet.Tick());
        Assert.NotNull(fleet.Acquire("x").Lease);
        Assert.Contains("is failing and being probed", fleet.Acquire("y").Waits, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_failed_probe_doubles_the_delay_up_to_a_quarter_of_a_minute()
    {
        FleetDouble fleet = Opened();
        List<double> delays = [];
        for (int i = 0; i < 8; i++)
        {
            fleet.Acquire("x");
            double probe = fleet.NextChange()!.Value;
            delays.Add(probe - fleet.Clock);
            fleet.Clock = probe;
            fleet.Release(fleet.Lease("x"), Broken);
        }

        double[] plain = [2, 4, 8, 15, 15, 15, 15, 15];
        Assert.All(delays.Zip(plain), pair => Assert.InRange(pair.First, pair.Second * 0.75, pair.Second * 1.25));
    }

    [Fact]
    public void A_probe_that_is_served_closes_it_and_the_pool_begins_with_few()
    {
        FleetDouble fleet = Opened(concurrent: 16);
        fleet.Clock = 3;
        fleet.Release(fleet.Lease("probe"), Served);

        Assert.Equal(4, fleet.Limit());
        Assert.Equal(0, fleet.State.Health["a"].Trips);
        Assert.Equal(4, Enumerable.Range(0, 16).Count(i => fleet.Acquire($"n{i}").Lease is not null));
    }

    [Fact]
    public void One_that_opened_over_calls_out_of_time_closes_to_one_at_once()
    {
        FleetDouble fleet = new(Pool(concurrent: 16));
        for (int i = 0; i < 5; i++)
        {
            fleet.Release(fleet.Lease($"late{i}"), Sent(0) with { Status = ModelSendStatus.TimedOut, DurationSeconds = 30 });
        }

        fleet.Clock = 3;
        fleet.Release(fleet.Lease("probe"), Served);

        Assert.Equal(1, fleet.Limit());
    }

    [Fact]
    public void A_probe_that_was_slow_closes_it_to_one_at_once()
    {
        FleetDouble fleet = Opened(concurrent: 16);
        fleet.Clock = 3;
        fleet.Release(fleet.Lease("probe"), Served with { DurationSeconds = 16 });

        Assert.Equal(1, fleet.Limit());
    }

    [Fact]
    public void A_probe_whose_holder_died_is_followed_by_another()
    {
        FleetDouble fleet = Opened();
        fleet.Clock = 3;
        fleet.Lease("dies");
        fleet.Acquire("next");
        fleet.Clock = fleet.NextChange()!.Value;

        Assert.Equal(["next"], fleet.Tick());
    }

    [Fact]
    public void Failures_of_calls_that_were_under_way_when_it_opened_do_not_put_the_probe_off()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = [.. Enumerable.Range(0, 8).Select(i => fleet.Lease($"c{i}"))];
        leases.ForEach(lease => fleet.Release(lease, Broken));

        Assert.Equal(1, fleet.State.Health["a"].Trips);
    }

    [Fact]
    public void While_it_is_open_tickets_with_another_pool_go_there()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));
        Fail(fleet, 5);

        Assert.Equal("b", fleet.Acquire(Ticket("x", pools: ["a", "b"])).Lease!.Pool);
    }

    [Fact]
    public void An_offer_of_a_pool_that_fails_meanwhile_moves_to_another_pool()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 5), Pool("b")) { Times = new FleetTimes { BreakAfter = 4 } };
        List<FleetLease> leases = [.. Enumerable.Range(0, 5).Select(i => fleet.Lease($"c{i}"))];
        FleetLease other = fleet.Acquire(Ticket("y", pools: ["b"])).Lease!;
        fleet.Acquire(Ticket("x", pools: ["a", "b"]));
        fleet.Release(leases[0], Broken);
        fleet.Release(other, Served);

        leases[1..4].ForEach(lease => fleet.Release(lease, Broken));

        Assert.Equal("b", fleet.Acquire(Ticket("x", pools: ["a", "b"])).Lease!.Pool);
    }

    private static FleetDouble Opened(int concurrent = 8)
    {
        FleetDouble fleet = new(Pool(concurrent: concurrent));
        Fail(fleet, 5);
        return fleet;
    }

    private static void Fail(FleetDouble fleet, int count)
    {
        for (int i = 0; i < count; i++)
        {
            fleet.Release(fleet.Lease($"bad{i}"), Broken);
        }
    }
}
