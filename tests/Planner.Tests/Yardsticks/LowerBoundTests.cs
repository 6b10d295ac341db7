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
    public void It_is_never_above_what_any_division_of_the_shared_calls_allows()
    {
        for (int seed = 0; seed < 3_000; seed++)
        {
            Workload work = RandomWork.Of(seed);

            double least = Divisions(work).Min(primary => Math.Max(Math.Max(PrimaryAlone(work, primary), SecondaryRate(work, primary)), SecondaryArea(work, primary)));

            Assert.True(Pools(work) <= least + 1e-9, $"seed {seed}: {Pools(work)} is above {least}");
        }
    }

    [Fact]
    public void It_is_the_best_division_exactly_where_the_secondary_has_slots_enough()
    {
        for (int seed = 0; seed < 3_000; seed++)
        {
            Workload work = RandomWork.Of(seed, secondarySlots: 1_000_000);

            double least = Divisions(work).Min(primary => Math.Max(PrimaryAlone(work, primary), SecondaryRate(work, primary)));

            Assert.Equal(least, PoolRates.Least(work).Seconds, 9);
        }
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

    private static double Pools(Workload work)
    {
        LowerBound bound = LowerBound.Of(work);
        return bound.Pools - work.First.Sum(call => call.Least) - work.Last.Sum(call => call.Least);
    }

    /// <summary>Every way to divide the calls: those that the primary takes.</summary>
    private static IEnumerable<List<WorkCall>> Divisions(Workload work)
    {
        List<WorkCall> shared = [.. work.Middle.Where(call => call.OnPrimary && call.OnSecondary)];
        for (int division = 0; division < 1 << shared.Count; division++)
        {
            yield return [.. work.Middle.Where(call => !call.OnSecondary), .. shared.Where((_, index) => (division & (1 << index)) != 0)];
        }
    }

    private static double PrimaryAlone(Workload work, List<WorkCall> primary) => Math.Max(
        primary.Sum(call => call.Primary) / work.Primary.MaxConcurrent,
        primary.Count > 0 ? work.Primary.Earliest(primary.Count) + work.Middle.Where(call => call.OnPrimary).Min(call => call.Primary) : 0);

    private static double SecondaryArea(Workload work, List<WorkCall> primary) => work.Middle.Where(call => !primary.Exists(taken => ReferenceEquals(taken, call))).Sum(call => call.Secondary) / work.Secondary.MaxConcurrent;

    private static double SecondaryRate(Workload work, List<WorkCall> primary)
    {
        int count = work.Middle.Count - primary.Count;
        return count > 0 ? work.Secondary.Earliest(count) + work.Middle.Where(call => call.OnSecondary).Min(call => call.Secondary) : 0;
    }
}
