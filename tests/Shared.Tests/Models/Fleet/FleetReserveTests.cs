using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What is kept for a class that was seen lately, and whose turn it is where a share is less than a slot.</summary>
public sealed class FleetReserveTests
{
    [Fact]
    public void A_class_seen_lately_keeps_a_slot_more_than_it_had_free_of_lower_classes()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(fleet.Acquire(Ticket("now", @class: CallClass.Realtime)).Lease!);

        Assert.Equal(6, Flood(fleet, 20));
        Assert.NotNull(fleet.Acquire(Ticket("next", @class: CallClass.Realtime)).Lease);
    }

    [Fact]
    public void After_two_minutes_without_it_nothing_is_kept()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Release(fleet.Acquire(Ticket("now", @class: CallClass.Realtime)).Lease!);
        fleet.Clock = 120;

        Assert.Equal(8, Flood(fleet, 20));
    }

    [Fact]
    public void A_flood_does_not_spend_the_calls_that_a_class_seen_lately_will_ask_for()
    {
        FleetDouble fleet = new(Pool(concurrent: 100, calls: 20));
        for (int i = 0; i < 5; i++)
        {
            fleet.Clock = i;
            fleet.Release(fleet.Acquire(Ticket($"now{i}", @class: CallClass.Realtime)).Lease!);
        }

        // Of the six that a minute may bring, one comes when the first charge is back already.
        Assert.Equal(20 - 5 - 5, Flood(fleet, 40));
    }

    [Fact]
    public void Nor_the_tokens()
    {
        FleetDouble fleet = new(Pool(concurrent: 100, tokens: 10_000));
        for (int i = 0; i < 5; i++)
        {
            fleet.Clock = i;
            fleet.Release(fleet.Acquire(Ticket($"now{i}", @class: CallClass.Realtime, tokens: 400)).Lease!);
        }

        // At the pace of 2,500 a minute it will ask for 2,344 until the first charge is back.
        Assert.Equal((10_000 - 2_000 - 2_344) / 100, Flood(fleet, 90));
    }

    [Fact]
    public void Nothing_is_kept_from_the_probes_of_a_failing_pool()
    {
        FleetDouble fleet = new(Pool(concurrent: 2));
        fleet.Release(fleet.Acquire(Ticket("now", @class: CallClass.Realtime)).Lease!);
        for (int i = 0; i < 5; i++)
        {
            fleet.Release(fleet.Lease($"bad{i}"), Sent(0) with { Status = ModelSendStatus.Unavailable });
        }

        fleet.Clock = 3;

        Assert.NotNull(fleet.Acquire(Ticket("probe", @class: CallClass.Batch)).Lease);
    }

    [Fact]
    public void On_one_slot_a_lower_class_has_its_turn()
    {
        FleetDouble fleet = new(Pool(concurrent: 1));
        FleetLease lease = fleet.Acquire(Ticket("first", @class: CallClass.Realtime)).Lease!;
        fleet.Acquire(Ticket("batch", @class: CallClass.Batch));
        List<string> served = [];
        for (int i = 0; i < 12; i++)
        {
            fleet.Clock++;
            fleet.Acquire(Ticket($"now{i}", @class: CallClass.Realtime));
            string next = Assert.Single(fleet.Release(lease));
            served.Add(next);
            lease = fleet.Acquire(Ticket(next, @class: next == "batch" ? CallClass.Batch : CallClass.Realtime)).Lease!;
        }

        Assert.Equal(8, served.IndexOf("batch"));
    }

    private static int Flood(FleetDouble fleet, int count) =>
        Enumerable.Range(0, count).Count(i => fleet.Acquire(Ticket($"batch{i}", @class: CallClass.Batch)).Lease is not null);
}
