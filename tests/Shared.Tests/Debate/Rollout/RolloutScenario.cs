using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

/// <summary>What the tests of the rollout's rules share: ways to a stage and through it.</summary>
public abstract class RolloutScenario
{
    private protected const int Plenty = 100_000;

    private protected static RolloutRehearsal At(int stage, int seed = 1)
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun(seed);
        for (int i = 0; i < stage; i++)
        {
            rollout.Run(3_000);
            rollout.TimeUp();
        }

        return rollout;
    }

    private protected static void Through(RolloutRehearsal rollout)
    {
        for (int i = 0; i < 4; i++)
        {
            rollout.Run(3_000);
            rollout.TimeUp();
        }
    }

    private protected static void Observe(RolloutRehearsal rollout, DebateMode mode, int count)
    {
        for (int i = 0; i < count; i++)
        {
            rollout.Rules.Observe(new RolloutOutcome(rollout.State.Round, mode, Passed: true, 25));
        }
    }

    private protected static HashSet<string> Parallel(RolloutRehearsal rollout) =>
        [.. Enumerable.Range(0, 10_000).Select(i => $"d{i}").Where(id => rollout.Rules.Choose(new RolloutAsk(id, 4)).Mode == DebateMode.Parallel)];
}
