using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>How a pool's limit follows what its outcomes say.</summary>
public sealed class FleetLimitTests
{
    private static readonly FleetOutcome Refused = Sent(0) with { Status = ModelSendStatus.RateLimited, HttpStatus = 429 };
    private static readonly FleetOutcome Served = Sent(0) with { Status = ModelSendStatus.Answered, HttpStatus = 200 };

    [Fact]
    public void A_new_fleet_uses_all_that_is_configured() => Assert.Equal(8, Fill(new FleetDouble(Pool(concurrent: 8))).Count);

    [Fact]
    public void A_refusal_halves_the_limit()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(Fill(fleet)[0], Refused);

        Assert.Equal(4, fleet.Limit());
    }

    [Fact]
    public void Refusals_of_calls_that_ran_together_halve_it_once()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fill(fleet).ForEach(lease => fleet.Release(lease, Refused));

        Assert.Equal(4, fleet.Limit());
    }

    [Fact]
    public void The_limit_never_falls_below_one()
    {
        FleetDouble fleet = new(Pool(concurrent: 8)) { Times = new FleetTimes { BreakAfter = 1_000 } };
        for (int i = 0; i < 10; i++)
        {
            fleet.Clock++;
            fleet.Release(fleet.Lease($"c{i}"), Refused);
        }

        Assert.Equal(1, fleet.Limit());
    }

    [Fact]
    public void While_more_is_leased_than_the_limit_allows_nothing_is_leased()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Fill(fleet);
        fleet.Acquire("next");

        fleet.Release(leases[0], Refused);
        Assert.Empty(fleet.Release(leases[1], Served));
        Assert.Empty(fleet.Release(leases[2], Served));
        Assert.Empty(fleet.Release(leases[3], Served));
        Assert.Equal(["next"], fleet.Release(leases[4], Served));
    }

    [Fact]
    public void An_offer_for_which_there_is_no_room_any_more_is_taken_back_and_the_place_is_kept()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        FleetLease first = fleet.Lease("x");
        FleetLease second = fleet.Lease("y");
        fleet.Acquire("z");
        fleet.Release(second, Served);
        fleet.Release(first, Refused with { RetryAfterSeconds = 5 });

        Assert.Null(fleet.Acquire("z").Lease);
        fleet.Clock = 5;
        Assert.NotNull(fleet.Acquire("z").Lease);
    }

    [Fact]
    public void As_many_successes_as_the_limit_counts_raise_it_by_one()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fill(fleet).ForEach(lease => fleet.Release(lease, Refused));
        fleet.Clock = 1;

        Serve(fleet, 3);
        Assert.Equal(4, fleet.Limit());
        Serve(fleet, 1);
        Assert.Equal(5, fleet.Limit());
        Serve(fleet, 5 + 6 + 7);
        Assert.Null(fleet.Limit());
    }

    [Fact]
    public void What_was_leased_before_a_cut_does_not_raise_the_new_limit()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Fill(fleet);
        fleet.Release(leases[0], Refused);
        leases.ForEach(lease => fleet.Release(lease, Served));

        Assert.Equal(4, fleet.Limit());
    }

    [Fact]
    public void A_refusal_after_the_limit_has_grown_takes_one_slot_back()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fill(fleet).ForEach(lease => fleet.Release(lease, Refused));
        fleet.Clock = 1;
        Serve(fleet, 4);

        fleet.Clock++;
        fleet.Release(Fill(fleet)[0], Refused);

        Assert.Equal(4, fleet.Limit());
    }

    [Fact]
    public void A_success_that_took_more_than_half_of_the_pools_time_raises_no_limit()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Fill(fleet).ForEach(lease => fleet.Release(lease, Refused));
        fleet.Clock = 1;

        Serve(fleet, 20, Served with { DurationSeconds = 16 });

        Assert.Equal(4, fleet.Limit());
    }

    [Fact]
    public void A_pool_that_asks_for_a_pause_gets_it()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(fleet.Lease("x"), Refused with { RetryAfterSeconds = 7 });

        Assert.Contains("asked for a pause until 00:00:07Z", fleet.Acquire("y").Waits, StringComparison.Ordinal);
        Assert.Equal(7, fleet.NextChange());
        fleet.Clock = 7;
        Assert.Equal(["y"], fleet.Tick());
    }

    [Fact]
    public void A_pause_is_never_longer_than_ten_minutes()
    {
        FleetDouble fleet = new(Pool());
        fleet.Release(fleet.Lease("x"), Refused with { RetryAfterSeconds = 1e9 });
        fleet.Acquire("y");

        Assert.Equal(600, fleet.NextChange());
    }

    [Fact]
    public void A_call_that_takes_all_of_the_pools_time_halves_the_limit_but_one_that_was_given_little_does_not()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Fill(fleet);
        fleet.Release(leases[0], Sent(0) with { Status = ModelSendStatus.TimedOut, DurationSeconds = 3 });
        Assert.Null(fleet.Limit());

        fleet.Release(leases[1], Sent(0) with { Status = ModelSendStatus.TimedOut, DurationSeconds = 30 });
        Assert.Equal(3, fleet.Limit());
    }

    [Fact]
    public void The_servers_own_queue_steers_where_it_is_known()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(Fill(fleet)[0], Served with { ServerWaiting = 3 });
        Assert.Equal(5, fleet.Limit());

        FleetDouble other = new(Pool(concurrent: 8));
        other.Release(Fill(other)[0], Sent(0) with { Status = ModelSendStatus.TimedOut, DurationSeconds = 30, ServerWaiting = 0 });
        Assert.Null(other.Limit());
    }

    [Fact]
    public void A_server_without_a_queue_lets_the_limit_grow_with_every_success()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(Fill(fleet)[0], Refused);
        fleet.State.Leases.ForEach(lease => fleet.Withdraw(lease.Id[..^2]));
        fleet.Clock = 1;
        fleet.Release(fleet.Lease("next"), Served with { ServerWaiting = 0 });

        Assert.Equal(5, fleet.Limit());
    }

    [Fact]
    public void After_a_restart_a_pool_begins_with_few_and_grows_with_every_success()
    {
        FleetDouble fleet = new(Pool(concurrent: 16));
        Fill(fleet).ForEach(lease => fleet.Release(lease, new FleetOutcome { Kind = FleetOutcomeKind.Unknown, Status = ModelSendStatus.Stale }));
        Assert.Equal(4, fleet.Limit());

        fleet.Clock = 1;
        Serve(fleet, 4);
        Assert.Equal(8, fleet.Limit());
        Serve(fleet, 8);
        Assert.Null(fleet.Limit());
    }

    [Fact]
    public void Bad_answers_and_bad_requests_are_no_fault_of_the_pool()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        ModelSendStatus[] faults = [ModelSendStatus.Invalid, ModelSendStatus.SchemaRejected, ModelSendStatus.Refused, ModelSendStatus.Failed];
        for (int i = 0; i < 40; i++)
        {
            fleet.Release(fleet.Lease($"c{i}"), Sent(0) with { Status = faults[i % 4], HttpStatus = i % 4 == 2 ? 400 : 200 });
        }

        Assert.Empty(fleet.State.Health);
    }

    [Fact]
    public void A_state_written_before_pools_had_limits_can_be_read()
    {
        FleetDouble fleet = new(Pool(concurrent: 2))
        {
            Json = """{"now":1767225600000,"gen":3,"tickets":[],"leases":[{"i":"x:1","p":"a","t":1,"g":1767225600000,"s":1767225610000,"e":1767225645000}],"charges":{"a":[]}}""",
        };

        Assert.NotNull(fleet.Acquire("y").Lease);
        Assert.Null(fleet.Acquire("z").Lease);
    }

    private static List<FleetLease> Fill(FleetDouble fleet)
    {
        List<FleetLease> leases = [];
        while (fleet.Acquire($"full{leases.Count}").Lease is { } lease)
        {
            leases.Add(lease);
        }

        fleet.Withdraw($"full{leases.Count}");
        return leases;
    }

    private static void Serve(FleetDouble fleet, int count, FleetOutcome? outcome = null)
    {
        for (int i = 0; i < count; i++)
        {
            fleet.Clock += 0.01;
            fleet.Release(fleet.Lease(FormattableString.Invariant($"served at {fleet.Clock}")), outcome ?? Served);
        }
    }
}
