using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>The blocks within which processes admit real-time calls by themselves.</summary>
public sealed class FleetBlockTests
{
    [Fact]
    public void A_block_has_what_is_wanted_up_to_the_share_of_real_time()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 40));

        FleetBlock block = fleet.Renew(Ask(1, slots: 10, calls: 100));

        Assert.Equal((4, 10, At(27), At(15)), (block.Slots, block.Calls, block.StopAt, block.RenewAt));
    }

    [Fact]
    public void Its_slots_and_calls_are_no_longer_there_for_others()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 7));
        fleet.Renew(Ask(1, slots: 4, calls: 1));

        Assert.Equal(4, Enumerable.Range(0, 10).Count(i => fleet.Acquire($"c{i}").Lease is not null));
        Assert.Equal(1, fleet.State.Charges["a"].Where(charge => charge.At == At(30).ToUnixTimeMilliseconds()).Sum(charge => charge.Calls));
    }

    [Fact]
    public void Slots_that_others_use_are_kept_for_it_as_they_come_free()
    {
        FleetDouble fleet = new(Pool(concurrent: 4));
        List<FleetLease> leases = [.. Enumerable.Range(0, 4).Select(i => fleet.Lease($"c{i}"))];
        fleet.Acquire("next");
        Assert.Equal(0, fleet.Renew(Ask(1, slots: 2)).Slots);

        Assert.Empty(fleet.Release(leases[0]));
        Assert.Empty(fleet.Release(leases[1]));
        Assert.Equal(["next"], fleet.Release(leases[2]));
        Assert.Equal(2, fleet.Renew(Ask(2, slots: 2)).Slots);
    }

    [Fact]
    public void A_block_that_lacks_something_is_renewed_sooner()
    {
        FleetDouble fleet = new(Pool(concurrent: 4));
        Enumerable.Range(0, 4).ToList().ForEach(i => fleet.Lease($"c{i}"));

        Assert.Equal(At(3), fleet.Renew(Ask(1, slots: 2)).RenewAt);
    }

    [Fact]
    public void Asking_again_with_the_same_number_gives_the_same_block()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 40));
        FleetBlock block = fleet.Renew(Ask(1, slots: 4, calls: 5));
        fleet.Clock = 2;

        Assert.Equal(block, fleet.Renew(Ask(1, slots: 4, calls: 5)) with { Invitations = block.Invitations });
        Assert.Equal(5, fleet.State.Charges["a"].Sum(charge => charge.Calls));
    }

    [Fact]
    public void A_later_start_of_the_process_has_its_slots_at_once_while_what_may_have_been_sent_stays_charged()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 40));
        fleet.Renew(Ask(7, slots: 4, calls: 5));

        FleetBlock block = fleet.Renew(Ask(1, slots: 4, calls: 5) with { Start = 1 });

        Assert.Equal((4, 5), (block.Slots, block.Calls));
        Assert.Equal(10, fleet.State.Charges["a"].Sum(charge => charge.Calls));
        Assert.NotNull(fleet.Renew(Ask(8, slots: 4, calls: 5)).Refused);
    }

    [Fact]
    public void A_failing_pool_is_probed_by_one_call_of_the_block_that_nobody_else_uses()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Renew(Ask(1, slots: 4));
        Assert.Equal(0, fleet.Renew(Ask(2, slots: 4) with { Uses = [new FleetBlockUse { Number = 1, Calls = 5, Tokens = 0, Failed = 5, LastSentAt = At(0) }] }).Slots);

        fleet.Clock = 20;
        Assert.Equal(1, fleet.Renew(Ask(3, slots: 4)).Slots);

        fleet.Clock = 25;
        Assert.InRange(fleet.Renew(Ask(4, slots: 4) with { Uses = [new FleetBlockUse { Number = 3, Calls = 1, Tokens = 0, Served = 1, LastSentAt = At(21) }] }).Slots, 1, 4);
    }

    [Fact]
    public void What_was_not_used_is_given_back_and_what_was_stays_charged_from_its_last_send()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 40));
        fleet.Renew(Ask(1, slots: 4, calls: 10));
        fleet.Clock = 15;
        fleet.Renew(Ask(2, slots: 4, calls: 10));
        fleet.Clock = 30;

        fleet.Renew(Ask(3, slots: 0, calls: 0) with { Uses = [new FleetBlockUse { Number = 1, Calls = 3, Tokens = 0, LastSentAt = At(12) }] });

        Assert.Equal(3 + 10, fleet.State.Charges["a"].Sum(charge => charge.Calls));
        Assert.Contains(fleet.State.Charges["a"], charge => charge.Calls == 3 && charge.At == At(12).ToUnixTimeMilliseconds() + 1);
    }

    [Fact]
    public void The_block_of_a_dead_process_frees_its_slots_when_its_last_call_must_have_ended()
    {
        FleetDouble fleet = new(Pool(concurrent: 2) with { Shares = new FleetShares { Realtime = 1, Interactive = 0, Batch = 0 } });
        fleet.Renew(Ask(1, slots: 2));
        fleet.Acquire("next");

        Assert.Equal(65, fleet.NextChange());
        fleet.Clock = 65;
        Assert.Equal(["next"], fleet.Tick());
    }

    [Fact]
    public void The_budget_of_a_dead_process_stays_charged_for_a_window_after_its_block()
    {
        FleetDouble fleet = new(Pool(concurrent: 8, calls: 4));
        fleet.Renew(Ask(1, slots: 4, calls: 1));
        fleet.Clock = 66;

        Assert.Equal(3, Enumerable.Range(0, 6).Count(i => fleet.Acquire($"c{i}").Lease is not null));
    }

    [Fact]
    public void All_blocks_together_stay_within_the_share()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        Assert.Equal(3, fleet.Renew(Ask(1, slots: 3)).Slots);

        Assert.Equal(1, fleet.Renew(Ask(1, slots: 3) with { Owner = "other" }).Slots);
    }

    [Fact]
    public void A_pool_whose_breaker_is_open_gives_none()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        for (int i = 0; i < 5; i++)
        {
            fleet.Release(fleet.Lease($"c{i}"), Sent(0) with { Status = ModelSendStatus.Unavailable });
        }

        Assert.Equal(0, fleet.Renew(Ask(1, slots: 4)).Slots);
    }

    [Fact]
    public void What_its_calls_met_teaches_the_pool()
    {
        FleetDouble fleet = new(Pool(concurrent: 8));
        fleet.Renew(Ask(1, slots: 4));
        fleet.Clock = 15;
        fleet.Renew(Ask(2, slots: 4) with { Uses = [new FleetBlockUse { Number = 1, Calls = 9, Tokens = 0, LastSentAt = At(9), Failed = 9 }] });

        Assert.Equal(1, fleet.State.Health["a"].Trips);
    }

    [Fact]
    public void An_unknown_pool_gives_none_and_says_so() =>
        Assert.Contains("'b'", new FleetDouble(Pool()).Renew(Ask(1, slots: 1) with { Pool = "b" }).Refused, StringComparison.Ordinal);

    private static FleetBlockAsk Ask(int number, int slots, int calls = 10) => new()
    {
        Owner = "process", Pool = "a", Number = number, Slots = slots, Calls = calls, Tokens = 0,
    };
}
