using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

public sealed class FleetAdmissionTests
{
    [Fact]
    public void A_free_slot_is_a_lease_at_once()
    {
        FleetDouble fleet = new(Pool());

        FleetLease lease = fleet.Lease("x");

        Assert.Equal(("x:1", "a", At(10), At(45)), (lease.Id, lease.Pool, lease.StartBefore, lease.ExpiresAt));
    }

    [Fact]
    public void Asking_again_gives_the_same_lease()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        FleetLease first = fleet.Lease("x");
        fleet.Clock = 3;

        Assert.Equal(first, fleet.Lease("x"));
        Assert.Single(fleet.State.Leases);
    }

    [Fact]
    public void Asking_again_while_queued_keeps_one_ticket()
    {
        FleetDouble fleet = new(Pool());
        fleet.Lease("x");
        fleet.Acquire("y");
        fleet.Acquire("y");

        Assert.Single(fleet.State.Tickets);
    }

    [Fact]
    public void A_release_invites_the_next_and_holds_the_slot_for_it()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");

        Assert.Equal(["y"], fleet.Release(lease));
        Assert.Null(fleet.Acquire("z").Lease);
        Assert.NotNull(fleet.Acquire("y").Lease);
    }

    [Fact]
    public void A_second_release_does_nothing()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");
        fleet.Release(lease);

        Assert.Empty(fleet.Release(lease));
    }

    [Fact]
    public void Unknown_ids_do_nothing()
    {
        FleetDouble fleet = new(Pool());
        fleet.Lease("x");

        Assert.Empty(fleet.Withdraw("nobody"));
        Assert.Single(fleet.State.Leases);
    }

    [Fact]
    public void An_offer_that_nobody_claims_within_a_second_goes_to_the_next_as_well()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("dead");
        fleet.Acquire("y");
        fleet.Release(lease);

        Assert.Equal(1, fleet.NextChange());
        fleet.Clock = 1;
        Assert.Equal(["y"], fleet.Tick());
    }

    [Fact]
    public void Of_two_who_were_offered_the_same_slot_the_one_who_claims_first_has_it()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("slow");
        fleet.Acquire("y");
        fleet.Release(lease);
        fleet.Clock = 1;
        fleet.Tick();
        FleetLease taken = fleet.Lease("y");

        Assert.Null(fleet.Acquire("slow").Lease);
        Assert.Equal(["slow"], fleet.Release(taken));
    }

    [Fact]
    public void A_late_claim_is_granted_while_nobody_else_wants_the_slot()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("slow");
        fleet.Release(lease);
        fleet.Clock = 9;

        Assert.NotNull(fleet.Acquire("slow").Lease);
    }

    [Fact]
    public void After_two_unclaimed_offers_a_ticket_is_dropped_and_comes_back_with_its_stamp()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        DateTimeOffset arrival = fleet.Acquire("slow").Arrival;
        fleet.Release(lease);
        fleet.Clock = 10;
        fleet.Tick();
        fleet.Clock = 20;
        fleet.Tick();
        Assert.Empty(fleet.State.Tickets);

        FleetAnswer again = fleet.Acquire(Ticket("slow") with { Arrival = arrival });

        Assert.Equal(arrival, again.Arrival);
    }

    [Fact]
    public void A_ticket_that_asks_again_is_not_counted_as_dead()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("slow");
        fleet.Release(lease);
        fleet.Clock = 10;
        fleet.Tick();

        Assert.NotNull(fleet.Acquire("slow").Lease);
    }

    [Fact]
    public void A_lease_ends_by_itself()
    {
        FleetDouble fleet = new(Pool());
        fleet.Lease("dead");
        fleet.Acquire("y");

        Assert.Equal(45, fleet.NextChange());
        fleet.Clock = 45;
        Assert.Equal(["y"], fleet.Tick());
    }

    [Fact]
    public void A_withdrawn_ticket_passes_its_offer_on()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");
        fleet.Acquire("z");
        fleet.Release(lease);

        Assert.Equal(["z"], fleet.Withdraw("y"));
    }

    [Fact]
    public void A_lease_withdrawn_unsent_costs_no_budget()
    {
        FleetDouble fleet = new(Pool(calls: 1));
        fleet.Lease("x");
        fleet.Withdraw("x");

        Assert.NotNull(fleet.Acquire("y").Lease);
    }

    [Fact]
    public void An_abandoned_request_keeps_its_slot_for_a_moment()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");

        Assert.Empty(fleet.Release(lease, new FleetOutcome { Kind = FleetOutcomeKind.Abandoned }));
        Assert.Equal(1, fleet.NextChange());
        fleet.Clock = 1;
        Assert.Equal(["y"], fleet.Tick());
    }

    [Fact]
    public void A_clock_that_goes_back_does_not_move_the_fleet()
    {
        FleetDouble fleet = new(Pool()) { Clock = 100 };
        fleet.Lease("x");
        fleet.Clock = 50;

        Assert.Equal(At(100), fleet.Acquire("y").Arrival);
    }

    [Fact]
    public void A_ticket_for_pools_of_another_fleet_is_refused()
    {
        FleetDouble fleet = new(Pool());

        Assert.Contains("[b]", fleet.Acquire(Ticket("x", pools: "b")).Refused, StringComparison.Ordinal);
    }
}
