using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Activities.Tests.Models;

/// <summary>What holds on every schedule of real-time calls in blocks beside calls with tickets of their own.</summary>
public sealed class RealtimeScheduleTests
{
    [Fact]
    public void Blocks_and_leases_together_never_exceed_the_concurrency() => OnEverySchedule(run => run.Overloads == 0);

    [Fact]
    public void Blocks_and_leases_together_never_exceed_the_budget_of_any_60_seconds() => OnEverySchedule(run =>
        run.Sent.Skip(run.Pool.CallsPerMinute!.Value).Zip(run.Sent).All(pair => pair.First - pair.Second > TimeSpan.FromSeconds(60)));

    [Fact]
    public void A_live_process_gets_its_block_even_under_a_flood_of_other_work() => OnEverySchedule(run => run.Admitted > 0);

    private static void OnEverySchedule(Func<RealtimeSimulation, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            RealtimeSimulation run = new(seed);
            run.Run();
            return holds(run);
        }));
}
