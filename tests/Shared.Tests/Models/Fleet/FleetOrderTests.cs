using System.Text;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Shared.Tests.Models.Fleet.FleetDouble;

namespace Workflows.Shared.Tests.Models.Fleet;

public sealed class FleetOrderTests
{
    [Fact]
    public void The_class_comes_first() => AssertFirst(
        Ticket("batch", work: -100, @class: CallClass.Batch), Ticket("now", @class: CallClass.Realtime));

    [Fact]
    public void The_oldest_work_comes_next() => AssertFirst(Ticket("young", work: 5), Ticket("old", work: 1));

    [Fact]
    public void Who_is_bound_to_one_pool_goes_before_who_is_not() => AssertFirst(Ticket("free", pools: ["a", "b"]), Ticket("bound", pools: ["a"]));

    [Fact]
    public void Then_who_came_first_goes_first()
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire("z");
        fleet.Clock = 1;
        fleet.Acquire("b");

        Assert.Equal(["z"], fleet.Release(lease));
    }

    [Fact]
    public void Who_waited_two_minutes_goes_before_older_work_of_its_class()
    {
        FleetDouble fleet = new(Pool()) { Clock = 121 };
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire(Ticket("patient", work: 60) with { Arrival = At(0) });
        fleet.Acquire(Ticket("older", work: 1));

        Assert.Equal(["patient"], fleet.Release(lease));
    }

    [Fact]
    public void Whichever_pool_frees_first_takes_a_ticket_that_may_go_to_both()
    {
        FleetDouble fleet = new(Pool("a"), Pool("b"));
        fleet.Acquire(Ticket("x", pools: ["a"]));
        FleetLease onB = fleet.Acquire(Ticket("y", pools: ["b"])).Lease!;
        fleet.Acquire(Ticket("z", pools: ["a", "b"]));
        fleet.Release(onB);

        Assert.Equal("b", fleet.Acquire(Ticket("z", pools: ["a", "b"])).Lease!.Pool);
    }

    [Fact]
    public void The_preferred_pool_is_taken_while_it_is_free()
    {
        FleetDouble fleet = new(Pool("a"), Pool("b"));

        Assert.Equal("b", fleet.Acquire(Ticket("z", pools: ["b", "a"])).Lease!.Pool);
    }

    [Fact]
    public void Thousands_of_callers_fit_into_128_kilobytes_and_the_rest_is_told_when_to_come_again()
    {
        FleetDouble fleet = new(Pool("a", calls: 600), Pool("b", concurrent: 8, calls: 50));
        List<FleetAnswer> answers = [];
        for (int i = 0; i < 2_000; i++)
        {
            fleet.Clock = i * 0.004;
            answers.Add(fleet.Acquire(Ticket($"pull-request-0123456789abcdef:file-{i}:F2", pools: ["a", "b"])));
        }

        Assert.InRange(Encoding.UTF8.GetByteCount(fleet.Json), 1, 128 * 1024);
        Assert.Equal(512, fleet.State.Tickets.Count);
        Assert.Equal(2_000 - 512 - 9, answers.Count(answer => answer.ComeAgainAt > fleet.Now));
    }

    [Fact]
    public void Very_long_ids_do_not_make_the_state_large()
    {
        FleetDouble fleet = new(Pool());
        for (int i = 0; i < 700; i++)
        {
            fleet.Acquire($"{new string('한', 200)}{i}");
        }

        Assert.InRange(Encoding.UTF8.GetByteCount(fleet.Json), 1, 128 * 1024);
    }

    [Fact]
    public void A_full_queue_of_batch_work_shuts_out_neither_a_caller_that_waits_nor_another_pool()
    {
        FleetDouble fleet = new(Pool("a"), Pool("b")) { Times = new FleetTimes { MaxTickets = 10 } };
        fleet.Acquire(Ticket("b0", pools: ["b"]));
        for (int i = 0; i < 20; i++)
        {
            fleet.Acquire(Ticket($"batch{i}", @class: CallClass.Batch));
        }

        Assert.Null(fleet.Acquire(Ticket("now", @class: CallClass.Realtime)).ComeAgainAt);
        Assert.Null(fleet.Acquire(Ticket("b1", @class: CallClass.Batch, pools: ["b"])).ComeAgainAt);
        Assert.Equal(10, fleet.State.Tickets.Count);
    }

    private static void AssertFirst(FleetTicket second, FleetTicket first)
    {
        FleetDouble fleet = new(Pool());
        FleetLease lease = fleet.Lease("x");
        fleet.Acquire(second);
        fleet.Acquire(first);

        Assert.Equal([first.InstanceId], fleet.Release(lease));
    }
}
