using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>Who goes to a pool whose outcomes have lowered its limit to half or less: a slot of <c>a</c> comes free, and a ticket with a choice is older than one without.</summary>
public sealed class FleetShrunkPoolTests
{
    [Fact]
    public void It_is_left_to_tickets_that_can_go_nowhere_else()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));
        List<FleetLease> leases = Full(fleet, isRefused: true);
        fleet.Acquire(Ticket("bound", work: 9, pools: ["a"]));

        Assert.Equal(["bound"], FreeOne(fleet, leases));
    }

    [Fact]
    public void When_no_such_ticket_waits_anybody_may_have_it()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));

        Assert.Equal(["choice"], FreeOne(fleet, Full(fleet, isRefused: true)));
    }

    [Fact]
    public void A_ticket_of_a_lower_class_does_not_hold_others_off()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));
        List<FleetLease> leases = Full(fleet, isRefused: true);
        fleet.Acquire(Ticket("bound", @class: CallClass.Batch, pools: ["a"]));
        fleet.Acquire(Ticket("realtime", @class: CallClass.Realtime, pools: ["a", "b"]));

        Assert.Equal(["realtime"], FreeOne(fleet, leases));
    }

    [Fact]
    public void One_that_takes_most_of_what_is_configured_goes_by_age()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));
        List<FleetLease> leases = Full(fleet, isRefused: false);
        fleet.Acquire(Ticket("bound", work: 9, pools: ["a"]));

        Assert.Equal(["choice"], FreeOne(fleet, leases));
    }

    [Fact]
    public void While_the_other_pool_fails_it_goes_by_age()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 8), Pool("b"));
        List<FleetLease> leases = Full(fleet, isRefused: true);
        fleet.Acquire(Ticket("bound", work: 9, pools: ["a"]));
        fleet.Withdraw("choice");
        fleet.Withdraw("b");
        for (int i = 0; i < 5; i++)
        {
            fleet.Release(fleet.Acquire(Ticket($"bad{i}", pools: ["b"])).Lease!, Sent(0) with { Status = ModelSendStatus.Unavailable });
        }

        fleet.Acquire(Ticket("choice", pools: ["a", "b"]));

        Assert.Equal(["choice"], FreeOne(fleet, leases));
    }

    /// <summary>Both pools are busy, one call of <c>a</c> may have been refused, and a ticket with a choice waits.</summary>
    private static List<FleetLease> Full(FleetDouble fleet, bool isRefused)
    {
        List<FleetLease> leases = [.. Enumerable.Range(0, 8).Select(i => fleet.Lease($"a{i}"))];
        fleet.Acquire(Ticket("b", pools: ["b"]));
        if (isRefused)
        {
            fleet.Release(leases[0], Sent(0) with { Status = ModelSendStatus.RateLimited });
            leases.RemoveAt(0);
        }

        fleet.Acquire(Ticket("choice", pools: ["a", "b"]));
        return leases;
    }

    /// <summary>Ends calls of <c>a</c> until somebody is called.</summary>
    private static IEnumerable<string> FreeOne(FleetDouble fleet, List<FleetLease> leases) =>
        leases.Select(lease => fleet.Release(lease).ToList()).First(called => called.Count > 0);
}
