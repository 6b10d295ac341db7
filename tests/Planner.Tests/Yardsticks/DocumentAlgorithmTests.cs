using Workflows.Planner.Yardsticks;

namespace Workflows.Planner.Tests.Yardsticks;

public sealed class DocumentAlgorithmTests
{
    [Fact]
    public void The_semaphore_lets_so_many_calls_to_the_primary_at_once() =>
        Assert.Equal(30, Makespan(new WorkPool(2, null), [.. Enumerable.Range(0, 5).Select(i => RandomWork.Call(10, 0, true, false, $"{i}"))]));

    [Fact]
    public void The_limiter_lets_so_many_calls_to_the_secondary_in_any_60_seconds() =>
        Assert.Equal(125, new DocumentRun(Work(new WorkPool(1, null), [.. Enumerable.Range(0, 5).Select(i => RandomWork.Call(0, 5, false, true, $"{i}"))]), asWritten: false).Run());

    [Fact]
    public void A_stage_waits_for_the_one_before_and_for_no_other_piece() =>
        Assert.Equal(21, Makespan(new WorkPool(3, null),
        [
            RandomWork.Call(10, 0, true, false, "a"), RandomWork.Call(5, 0, true, false, "a", 1), RandomWork.Call(1, 0, true, false, "b"), RandomWork.Call(20, 0, true, false, "b", 1),
        ]));

    [Fact]
    public void The_balancer_as_written_sends_a_call_to_the_side_with_less_to_expect()
    {
        // The first finds both empty and goes to the secondary, the second finds that busy.
        Workload work = Work(new WorkPool(8, null), [RandomWork.Call(7, 5, true, true, "a"), RandomWork.Call(7, 5, true, true, "b")]);

        Assert.Equal(7, new DocumentRun(work, asWritten: true).Run());
    }

    [Fact]
    public void What_looks_across_the_pieces_begins_when_they_have_ended() =>
        Assert.Equal(31, Makespan(new WorkPool(8, null), [RandomWork.Call(10, 0, true, false, "a"), RandomWork.Call(1, 0, true, false, "a", 1), RandomWork.Call(20, 0, true, false, "across")]));

    private static double Makespan(WorkPool primary, IReadOnlyList<WorkCall> calls) => DocumentAlgorithm.Makespan(Work(primary, calls));

    private static Workload Work(WorkPool primary, IReadOnlyList<WorkCall> calls) =>
        new() { Primary = primary, Secondary = new WorkPool(50, 2), First = [], Middle = calls, Last = [] };
}
