using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

public sealed class FleetBudgetTests
{
    [Fact]
    public void A_whole_budget_may_go_at_once_and_the_next_call_waits_a_minute_and_a_margin()
    {
        FleetDouble fleet = new(Pool(concurrent: 10, calls: 3));
        List<FleetLease> leases = [.. new[] { "x", "y", "z" }.Select(fleet.Lease)];
        leases.ForEach(lease => fleet.Release(lease, Sent(0)));

        Assert.Null(fleet.Acquire("w").Lease);
        Assert.Equal(60.251, fleet.NextChange());
        fleet.Clock = 60.252;
        Assert.Equal(["w"], fleet.Tick());
    }

    [Fact]
    public void A_call_counts_from_the_latest_time_it_may_be_sent_until_the_real_one_is_known()
    {
        FleetDouble fleet = new(Pool(concurrent: 2, calls: 1));
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("y");

        Assert.Equal(45, fleet.NextChange());
        fleet.Release(lease, new FleetOutcome { Kind = FleetOutcomeKind.Unknown });
        Assert.Equal(70.25, fleet.NextChange());
    }

    [Fact]
    public void Tokens_are_charged_as_estimated_and_corrected_to_what_was_used()
    {
        FleetDouble fleet = new(Pool(concurrent: 10, tokens: 1_000));
        FleetLease first = fleet.Acquire(Ticket("x", tokens: 900)).Lease!;
        Assert.Null(fleet.Acquire(Ticket("y", tokens: 500)).Lease);

        Assert.Equal(["y"], fleet.Release(first, Sent(0, tokens: 400)));
    }

    [Fact]
    public void A_small_ticket_does_not_pass_a_large_one_that_waits_for_tokens()
    {
        FleetDouble fleet = new(Pool(concurrent: 10, tokens: 1_000));
        fleet.Acquire(Ticket("x", tokens: 600));
        Assert.Null(fleet.Acquire(Ticket("large", tokens: 500)).Lease);

        Assert.Null(fleet.Acquire(Ticket("small", tokens: 10)).Lease);
    }

    [Fact]
    public void A_ticket_larger_than_the_budget_goes_alone()
    {
        FleetDouble fleet = new(Pool(concurrent: 10, tokens: 1_000));
        Assert.NotNull(fleet.Acquire(Ticket("huge", tokens: 5_000)).Lease);

        Assert.Null(fleet.Acquire(Ticket("tiny", tokens: 1)).Lease);
    }

    [Fact]
    public void A_pool_without_budgets_keeps_no_log()
    {
        FleetDouble fleet = new(Pool());
        fleet.Release(fleet.Lease("x"));

        Assert.All(fleet.State.Charges.Values, Assert.Empty);
    }

    [Fact]
    public void The_log_of_a_large_budget_stays_small()
    {
        FleetDouble fleet = new(Pool(concurrent: 1, calls: 6_000, tokens: 60_000_000));
        for (int i = 0; i < 3_000; i++)
        {
            fleet.Clock = i * 0.01;
            fleet.Release(fleet.Lease($"c{i}"));
        }

        Assert.InRange(fleet.Json.Length, 1, 10_000);
    }
}
