using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

/// <summary>How often the rollout turns back without reason, and how soon with one, over many simulated runs.</summary>
public sealed class RolloutEvidenceTests
{
    private const int Runs = 1_000;
    private const double Alpha = 0.05;

    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(0.8, 1)]
    [InlineData(0.95, 1)]
    [InlineData(1, 1)]
    [InlineData(0.95, 0.85)]
    public void Arms_that_are_equal_turn_back_no_more_often_than_allowed_however_often_they_are_looked_at(double passing, double faster)
    {
        int alarms = Enumerable.Range(0, Runs).Count(seed => Paired(seed, passing, passing, 30 * faster, 30, 2_000) < 2_000);

        Assert.InRange(alarms, 0, (int)(Runs * Alpha));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void Neither_do_they_against_a_baseline(double passing)
    {
        int alarms = Enumerable.Range(0, Runs).Count(seed => Baseline(seed, passing, passing, 30, 30, 2_000) < 2_000);

        Assert.InRange(alarms, 0, (int)(Runs * Alpha));
    }

    [Theory]
    [InlineData(0.60, 0.95, 150)]
    [InlineData(0.75, 0.95, 300)]
    [InlineData(0.90, 1.00, 300)]
    public void A_quality_that_drops_is_seen(double parallel, double sequential, int pairs)
    {
        int seen = Enumerable.Range(0, 200).Count(seed => Paired(seed, parallel, sequential, 25, 30, pairs) < pairs);

        Assert.InRange(seen, 190, 200);
    }

    [Theory]
    [InlineData(0.60, 0.95, 150)]
    [InlineData(0.75, 1.00, 200)]
    public void It_is_against_a_baseline(double parallel, double sequential, int debates)
    {
        int seen = Enumerable.Range(0, 200).Count(seed => Baseline(seed, parallel, sequential, 25, 30, debates) < debates);

        Assert.InRange(seen, 190, 200);
    }

    [Fact]
    public void A_time_that_grows_is_seen()
    {
        Assert.Equal(200, Enumerable.Range(0, 200).Count(seed => Paired(seed, 0.95, 0.95, 36, 30, 200) < 200));
        Assert.Equal(200, Enumerable.Range(0, 200).Count(seed => Baseline(seed, 0.95, 0.95, 36, 30, 200) < 200));
    }

    [Fact]
    public void A_better_arm_never_turns_back() => Assert.DoesNotContain(Enumerable.Range(0, 200), seed => Paired(seed, 0.99, 0.9, 20, 30, 1_000) < 1_000);

    [Fact]
    public void Whole_rollouts_of_equal_arms_reach_their_end()
    {
        int done = Enumerable.Range(0, 200).Count(seed =>
        {
            RolloutRehearsal rollout = RolloutRehearsal.Begun(seed);
            rollout.Seconds = (29.5, 29.5);
            for (int stage = 0; stage < 4; stage++)
            {
                rollout.Run(2_500);
                rollout.TimeUp();
                rollout.Run(2_500);
            }

            return rollout.State.Status == RolloutStatus.Done;
        });

        Assert.InRange(done, 198, 200);
    }

    [Fact]
    public void Whatever_comes_a_wager_stays_a_number() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<(bool, bool, PositiveInt, PositiveInt)[]>(), pairs =>
        {
            PairedEvidence paired = new();
            ArmFigures sequential = new();
            foreach ((bool parallelPassed, bool sequentialPassed, PositiveInt parallelSeconds, PositiveInt sequentialSeconds) in pairs)
            {
                paired.Add(new ArmOutcome(parallelPassed, parallelSeconds.Get), new ArmOutcome(sequentialPassed, sequentialSeconds.Get));
                sequential.Add(sequentialPassed, sequentialSeconds.Get);
            }

            BaselineEvidence? baseline = sequential.Count == 0 ? null : BaselineEvidence.Of(sequential, pairs.Select(pair => (double)pair.Item4.Get), 0.01);
            foreach ((bool passed, _, PositiveInt seconds, _) in pairs)
            {
                baseline!.Add(new ArmOutcome(passed, seconds.Get));
            }

            return double.IsFinite(paired.GateLog) && double.IsFinite(paired.TimeLog) && double.IsFinite(baseline?.GateLog ?? 0) && double.IsFinite(baseline?.TimeLog ?? 0);
        }));

    private static int Paired(int seed, double parallel, double sequential, double parallelSeconds, double sequentialSeconds, int most)
    {
        Random random = new(seed);
        PairedEvidence evidence = new();
        for (int i = 0; i < most; i++)
        {
            evidence.Add(Outcome(random, parallel, parallelSeconds), Outcome(random, sequential, sequentialSeconds));
            if (evidence.Worse(Alpha) is not null)
            {
                return i;
            }
        }

        return most;
    }

    private static int Baseline(int seed, double parallel, double sequential, double parallelSeconds, double sequentialSeconds, int most)
    {
        Random random = new(seed);
        ArmFigures figures = new();
        List<double> seconds = [];
        for (int i = 0; i < 200; i++)
        {
            ArmOutcome outcome = Outcome(random, sequential, sequentialSeconds);
            figures.Add(outcome.Passed, outcome.Seconds);
            seconds.Add(outcome.Seconds);
        }

        BaselineEvidence evidence = BaselineEvidence.Of(figures, seconds, Alpha);
        for (int i = 0; i < most; i++)
        {
            evidence.Add(Outcome(random, parallel, parallelSeconds));
            if (evidence.Worse(Alpha) is not null)
            {
                return i;
            }
        }

        return most;
    }

    private static ArmOutcome Outcome(Random random, double passing, double seconds) => new(random.NextDouble() < passing, seconds * (0.8 + (0.4 * random.NextDouble())));
}
