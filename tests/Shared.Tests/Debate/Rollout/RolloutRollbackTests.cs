using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutRollbackTests : RolloutScenario
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parallel_that_fails_the_gate_more_often_is_rolled_back_in_every_stage_and_after(int stage)
    {
        RolloutRehearsal rollout = At(stage);
        rollout.Passing = (0.6, 0.95);
        int before = rollout.State.Parallel.Count;

        rollout.Run(Plenty);

        Assert.Equal((RolloutStatus.RolledBack, 0), (rollout.State.Status, rollout.Rules.Share));
        Assert.InRange(rollout.State.Parallel.Count - before, stage == 4 ? 1 : 100, 200);
        Assert.StartsWith("Parallel is worse by its gate's pass rate", rollout.State.History[^1].Reason, StringComparison.Ordinal);
        Assert.Empty(Parallel(rollout));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_outage_of_both_arms_is_not_held_against_parallel(int stage) => Assert.All(Enumerable.Range(0, 50), seed =>
    {
        RolloutRehearsal rollout = At(stage, seed);
        rollout.Run(3_000);
        rollout.Passing = (0, 0);
        rollout.Run(1_000);
        rollout.Passing = (0.95, 0.95);
        rollout.Run(3_000);

        Assert.Equal((RolloutStatus.Watching, stage), (rollout.State.Status, rollout.State.Stage));
    });

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parallel_that_takes_longer_is_rolled_back(int stage)
    {
        RolloutRehearsal rollout = At(stage);
        rollout.Seconds = (40, 29.5);

        rollout.Run(Plenty);

        Assert.StartsWith("Parallel is worse by its time", rollout.State.History[^1].Reason, StringComparison.Ordinal);
        Assert.InRange(rollout.State.Parallel.Count, 100, 200);
    }

    [Fact]
    public void Nothing_is_rolled_back_before_the_count()
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun();
        rollout.Passing = (0, 1);

        rollout.Run(Plenty);

        Assert.Equal(100, rollout.State.Parallel.Count);
    }

    [Fact]
    public void At_a_hundred_percent_the_last_sequential_arm_stays_the_baseline()
    {
        RolloutRehearsal rollout = At(2);
        rollout.Run(1_000);
        (int count, int passed) = (rollout.State.Sequential.Count, rollout.State.Sequential.Passed);
        rollout.Rules.Advance("next");
        rollout.Run(1_000);

        Assert.Equal((count, passed, 1_000), (rollout.State.Sequential.Count, rollout.State.Sequential.Passed, rollout.State.Parallel.Count));
        Assert.NotNull(rollout.State.Baseline);
    }

    [Fact]
    public void Without_a_baseline_the_history_says_so()
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun();
        for (int i = 0; i < 3; i++)
        {
            rollout.Rules.Advance("hurry");
        }

        Assert.Null(rollout.State.Baseline);
        Assert.Contains("no automatic rollback", rollout.State.History[^1].Reason, StringComparison.Ordinal);
    }
}
