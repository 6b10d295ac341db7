using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What each class is sure of, and what it may borrow.</summary>
public sealed class FleetShareTests
{
    [Fact]
    public void Of_eight_slots_four_are_for_real_time_two_for_interactive_and_one_for_batch() =>
        Assert.Equal((4, 2, 1), Shares(8));

    [Fact]
    public void Of_three_slots_each_class_has_one() => Assert.Equal((1, 1, 1), Shares(3));

    [Fact]
    public void Of_two_slots_one_is_for_real_time() => Assert.Equal((1, 0, 0), Shares(2));

    [Fact]
    public void What_is_idle_is_borrowed()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));

        Assert.Equal(8, Flood(fleet, "batch", CallClass.Batch, 20).Count);
    }

    [Fact]
    public void A_class_below_its_share_goes_before_a_higher_class_that_has_its_own()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Flood(fleet, "now", CallClass.Realtime, 20);
        fleet.Acquire(Ticket("batch", @class: CallClass.Batch));

        Assert.Equal(["batch"], fleet.Release(leases[0]));
    }

    [Fact]
    public void Above_the_shares_the_higher_class_goes_first()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Flood(fleet, "batch", CallClass.Batch, 20);
        Flood(fleet, "now", CallClass.Realtime, 20);

        Assert.All(leases[..7], lease => Assert.StartsWith("now", Assert.Single(fleet.Release(lease)), StringComparison.Ordinal));
    }

    [Fact]
    public void With_every_class_waiting_each_gets_its_share_and_real_time_the_rest()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        List<FleetLease> leases = Flood(fleet, "first", CallClass.Realtime, 8);
        foreach (CallClass callClass in Enum.GetValues<CallClass>())
        {
            Flood(fleet, callClass.ToString(), callClass, 20);
        }

        List<string> next = [.. leases.SelectMany(lease => fleet.Release(lease))];

        Assert.Equal((5, 2, 1), (Of("Realtime"), Of("Interactive"), Of("Batch")));
        int Of(string name) => next.Count(caller => caller.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Shares_can_be_set_for_a_pool()
    {
        FleetDouble fleet = new(Pool(concurrent: 4) with { Shares = new FleetShares { Realtime = 0.5, Interactive = 0.5, Batch = 0 } });
        List<FleetLease> leases = Flood(fleet, "work", CallClass.Interactive, 20);
        fleet.Acquire(Ticket("batch", @class: CallClass.Batch));

        Assert.StartsWith("work", Assert.Single(fleet.Release(leases[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_is_told_for_what()
    {
        FleetDouble fleet = new(Pool("a", concurrent: 2), Pool("b", concurrent: 10, calls: 1));
        fleet.Acquire(Ticket("x", pools: ["b"]));
        Flood(fleet, "c", CallClass.Interactive, 4);

        Assert.Equal("pool a has 2 of 2 busy, 2 before you; the budget of pool b frees at 00:01:10Z", fleet.Acquire(Ticket("y", pools: ["a", "b"])).Waits);
    }

    private static (int Realtime, int Interactive, int Batch) Shares(int slots) => (
        FleetShares.Default.SlotsOf(CallClass.Realtime, slots),
        FleetShares.Default.SlotsOf(CallClass.Interactive, slots),
        FleetShares.Default.SlotsOf(CallClass.Batch, slots));

    private static List<FleetLease> Flood(FleetDouble fleet, string name, CallClass callClass, int count) =>
        [.. Enumerable.Range(0, count).Select(i => fleet.Acquire(Ticket($"{name}{i}", @class: callClass)).Lease).OfType<FleetLease>()];
}
