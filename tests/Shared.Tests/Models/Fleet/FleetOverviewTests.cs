using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

public sealed class FleetOverviewTests
{
    [Fact]
    public void A_pool_tells_what_is_leased_waiting_and_left()
    {
        FleetPool pool = Pool(concurrent: 2) with { CallsPerMinute = 5 };
        FleetDouble fleet = new(pool);
        fleet.Lease("x");
        fleet.Lease("y");
        fleet.Acquire("z");

        PoolOverview seen = Assert.Single(Look(fleet, 0, pool).Pools());

        Assert.Equal((2, 2, 1, 3), (seen.Limit, seen.Leased, seen.Waiting.Values.Sum(), seen.CallsLeft));
        Assert.False(seen.IsFailing);
        Assert.NotNull(seen.FreesAt);
    }

    [Fact]
    public void What_time_has_freed_since_counts_as_free()
    {
        FleetPool pool = Pool() with { CallsPerMinute = 1 };
        FleetDouble fleet = new(pool);
        fleet.Lease("x");

        PoolOverview later = Assert.Single(Look(fleet, 600, pool).Pools());

        Assert.Equal((0, 1), (later.Leased, later.CallsLeft));
    }

    [Fact]
    public void Who_waits_has_a_place_and_a_time_by_the_slots_before_it()
    {
        FleetPool pool = Pool();
        FleetDouble fleet = new(pool);
        fleet.Lease("x");
        fleet.Acquire("y");
        fleet.Acquire("z");

        FleetOverview overview = Look(fleet, 0, pool);

        Assert.Equal("a", overview.Find("x", _ => 5)!.Lease);
        Assert.Equal((1, 2, At(5)), Place(overview.Find("y", _ => 5)));
        Assert.Equal((2, 2, At(10)), Place(overview.Find("z", _ => 5)));
        Assert.Null(overview.Find("z", _ => null)!.Expected);
        Assert.Null(overview.Find("nobody", _ => 5));
        Assert.Null(overview.Find("x:1", _ => 5));
    }

    [Fact]
    public void Whose_slot_is_offered_is_next()
    {
        FleetPool pool = Pool();
        FleetDouble fleet = new(pool);
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");
        fleet.Release(lease);

        TicketPlace place = Look(fleet, 0, pool).Find("y", _ => null)!;

        Assert.True(place.IsOffered);
        Assert.Equal(At(0), place.Expected);
    }

    [Fact]
    public void A_spent_budget_is_waited_for_though_slots_are_free()
    {
        FleetPool pool = Pool(concurrent: 10) with { CallsPerMinute = 2 };
        FleetDouble fleet = new(pool);
        fleet.Lease("a");
        fleet.Lease("b");
        fleet.Acquire("c");
        fleet.Acquire("d");
        fleet.Acquire("e");

        FleetOverview overview = Look(fleet, 0, pool);

        // Charges are stamped with the latest time at which their request may be sent.
        DateTimeOffset first = overview.Find("c", _ => 1)!.Expected!.Value;
        Assert.InRange(first, At(60), At(72));
        Assert.Equal(first, overview.Find("d", _ => 1)!.Expected);
        Assert.Equal(first.AddMinutes(1), overview.Find("e", _ => 1)!.Expected);
    }

    private static (int? Place, int? Waiting, DateTimeOffset? Expected) Place(TicketPlace? place) => (place!.Place, place.Waiting, place.Expected);

    private static FleetOverview Look(FleetDouble fleet, double at, params FleetPool[] pools) => new(fleet.State, pools, FleetTimes.Embedded, At(at));
}
