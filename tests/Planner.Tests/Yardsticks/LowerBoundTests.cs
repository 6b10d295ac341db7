using Workflows.Planner.Yardsticks;

namespace Workflows.Planner.Tests.Yardsticks;

public sealed class LowerBoundTests
{
    private static readonly WorkPool Eight = new(8, null);
    private static readonly WorkPool FiftyAMinute = new(50, 50);

    [Fact]
    public void The_first_and_the_last_calls_and_the_longest_chain_bind_where_pools_have_room()
    {
        Workload work = Work(
            [RandomWork.Call(20, 0, true, false), RandomWork.Call(10, 5, true, true, stage: 1), RandomWork.Call(0, 5, false, true, stage: 2), RandomWork.Call(0, 12, false, true, "1")]) with
        {
            First = [RandomWork.Call(30, 0, true, false)],
            Last = [RandomWork.Call(25, 0, true, false)],
        };

        LowerBound bound = LowerBound.Of(work);

        Assert.Equal(85, bound.Seconds);
        Assert.Equal("the critical path", bound.Binds);
    }

    [Fact]
    public void A_pools_slots_bind_where_its_own_calls_fill_them()
    {
        LowerBound bound = LowerBound.Of(Work([.. Enumerable.Range(0, 80).Select(i => RandomWork.Call(20, 0, true, false, $"{i}"))]));

        Assert.Equal(200, bound.Seconds);
        Assert.Equal("the primary's concurrency", bound.Binds);
    }

    [Theory]
    [InlineData(50, 5)]
    [InlineData(51, 65)]
    [InlineData(100, 65)]
    [InlineData(251, 305)]
    public void Call_k_of_a_budget_of_50_a_minute_starts_no_earlier_than_the_minutes_before_allow(int calls, double seconds)
    {
        LowerBound bound = LowerBound.Of(Work([.. Enumerable.Range(0, calls).Select(i => RandomWork.Call(0, 5, false, true, $"{i}"))]));

        Assert.Equal(seconds, bound.Seconds);
    }

    [Fact]
    public void Shared_calls_leave_the_secondary_as_far_as_that_helps()
    {
        List<WorkCall> calls = [.. Enumerable.Range(0, 40).Select(i => RandomWork.Call(0, 5, false, true, $"{i}")), .. Enumerable.Range(40, 30).Select(i => RandomWork.Call(10, 5, true, true, $"{i}"))];

        Assert.Equal(25, LowerBound.Of(Work(calls)).Seconds);
    }

    [Fact]
    public void What_must_follow_the_last_call_of_a_pool_is_waited_for()
    {
        List<WorkCall> calls = [.. Enumerable.Range(0, 80).SelectMany(i => new[] { RandomWork.Call(20, 0, true, false, $"{i}"), RandomWork.Call(0, 7, false, true, $"{i}", stage: 1) })];

        Assert.Equal(207, LowerBound.Of(Work(calls) with { Secondary = new WorkPool(80, null) }).Seconds);
    }

    [Fact]
    public void So_many_calls_as_the_rate_admits_last_take_as_long_as_the_longest_of_so_many_short_ones()
    {
        LowerBound bound = LowerBound.Of(Work([.. Enumerable.Range(1, 53).Select(i => RandomWork.Call(0, i, false, true, $"{i}"))]));

        Assert.Equal(63, bound.Seconds);
    }

    [Fact]
    public void No_schedule_at_all_of_a_small_work_is_below_it()
    {
        List<Workload> small = [.. Enumerable.Range(0, 1_500).Select(seed => RandomWork.Of(seed) with { First = [], Last = [] }).Where(work => work.Middle.Count is > 0 and <= 6)];

        Assert.True(small.Count > 200);
        Assert.All(small, work =>
        {
            double best = BestSchedule.Of(work);
            double bound = LowerBound.Of(work).Seconds;
            Assert.True(bound <= best + 1e-9, $"the bound {bound} is above {best}");
        });
    }

    [Fact]
    public void Without_foresight_it_is_the_same_where_calls_of_a_task_take_equally_long()
    {
        LowerBound bound = LowerBound.Of(Work([.. Enumerable.Range(0, 120).Select(i => RandomWork.Call(10, 5, i % 2 == 0, true, $"{i}"))]));

        Assert.Equal(bound.Seconds, bound.WithoutForesight, 9);
    }

    [Fact]
    public void Without_foresight_the_last_call_of_a_rate_is_an_average_one()
    {
        LowerBound bound = LowerBound.Of(Work([.. Enumerable.Range(1, 51).Select(i => RandomWork.Call(0, i, false, true, $"{i}"))]));

        Assert.Equal(61, bound.Seconds);
        Assert.Equal(60 + 26, bound.WithoutForesight, 9);
    }

    [Fact]
    public void No_schedule_is_below_it()
    {
        for (int seed = 0; seed < 3_000; seed++)
        {
            Workload work = RandomWork.Of(seed);
            work = work with { Primary = work.Primary with { CallsPerMinute = null } };

            double made = new DocumentRun(work, asWritten: false).Run();

            double bound = LowerBound.Of(work with { Secondary = work.Secondary with { MaxConcurrent = 1_000_000 } }).Seconds;
            Assert.True(bound <= made + 1e-9, $"seed {seed}: the bound {bound} is above {made}");
        }
    }

    private static Workload Work(IReadOnlyList<WorkCall> middle) => new() { Primary = Eight, Secondary = FiftyAMinute, First = [], Middle = middle, Last = [] };
}
