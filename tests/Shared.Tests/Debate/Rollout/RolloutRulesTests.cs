using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutRulesTests
{
    private const int Plenty = 100_000;

    [Fact]
    public void Complex_debates_run_in_sequence_and_nobody_wants_their_outcome()
    {
        RolloutChoice choice = RolloutRehearsal.Begun().Rules.Choose(new RolloutAsk("a", 5));

        Assert.Equal((DebateMode.Sequential, null), (choice.Mode, choice.Round));
    }

    [Fact]
    public void Before_it_begins_all_run_in_sequence() => Assert.Empty(Parallel(new RolloutRehearsal()));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 25)]
    [InlineData(2, 50)]
    [InlineData(3, 100)]
    public void A_stage_runs_its_share_in_parallel(int stage, int share)
    {
        RolloutRehearsal rollout = At(stage);

        Assert.InRange(Parallel(rollout).Count / 100.0, share - 1.5, share + 1.5);
        Assert.Equal(share, rollout.Rules.Share);
    }

    [Fact]
    public void Arms_are_nested_over_the_stages()
    {
        HashSet<string>[] stages = [.. Enumerable.Range(0, 4).Select(stage => Parallel(At(stage)))];

        Assert.All(stages.Zip(stages.Skip(1)), pair => Assert.ProperSubset(pair.Second, pair.First));
    }

    [Fact]
    public void The_draw_of_an_id_is_for_ever() => Assert.Equal((2416, 9188), (RolloutRules.Draw("debate"), RolloutRules.Draw("토론")));

    [Fact]
    public void A_stage_ends_neither_before_its_time_nor_before_its_count()
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun();
        rollout.Run(5_000);
        Assert.Equal((0, true), (rollout.State.Stage, rollout.State.Parallel.Count > 100));
        rollout.TimeUp();
        Assert.Equal((1, 0), (rollout.State.Stage, rollout.State.Parallel.Count));

        rollout.TimeUp();
        Assert.Equal(1, rollout.State.Stage);
        int came = rollout.Run(Plenty);

        Assert.Equal(2, rollout.State.Stage);
        Assert.InRange(came, 300, 520);
    }

    [Fact]
    public void A_stage_does_not_end_before_the_count_in_sequence_either()
    {
        RolloutRehearsal rollout = At(2);
        rollout.TimeUp();
        Observe(rollout, DebateMode.Parallel, 100);
        Observe(rollout, DebateMode.Sequential, 99);
        Assert.Equal(2, rollout.State.Stage);

        Observe(rollout, DebateMode.Sequential, 1);

        Assert.Equal(3, rollout.State.Stage);
    }

    [Fact]
    public void Scarce_traffic_takes_longer_and_still_leaves_a_baseline()
    {
        Assert.All(Enumerable.Range(0, 50), seed =>
        {
            RolloutRehearsal rollout = RolloutRehearsal.Begun(seed);
            for (int day = 0; day < 60 && rollout.State.Stage < 3; day++)
            {
                rollout.Run(144);
                rollout.TimeUp();
            }

            Assert.Equal((3, true), (rollout.State.Stage, rollout.State.Baseline is not null));
        });
    }

    [Fact]
    public void Equal_arms_go_through_all_stages()
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun();

        Through(rollout);

        Assert.Equal(["stage 5", "stage 25", "stage 50", "stage 100", "done 100"], rollout.Events);
        Assert.Equal(RolloutStatus.Done, rollout.State.Status);
    }

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

    [Fact]
    public void A_late_timer_does_nothing()
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun();
        rollout.Run(5_000);
        int late = rollout.State.Generation;
        rollout.Rules.Advance("now");
        rollout.Run(2_000);

        rollout.Rules.StageEnd(late);

        Assert.Equal((1, false), (rollout.State.Stage, rollout.State.TimeIsUp));
    }

    [Fact]
    public void A_pause_stops_the_clock_and_not_the_watch()
    {
        RolloutRehearsal rollout = At(1);
        Assert.Null(rollout.Rules.Pause("wait"));
        rollout.TimeUp();
        rollout.Run(1_000);
        Assert.Equal((1, RolloutStatus.Paused, 25), (rollout.State.Stage, rollout.State.Status, rollout.Rules.Share));

        rollout.Passing = (0.3, 0.95);
        rollout.Run(Plenty);

        Assert.Equal(RolloutStatus.RolledBack, rollout.State.Status);
    }

    [Fact]
    public void What_was_paused_goes_on_with_its_whole_time()
    {
        RolloutRehearsal rollout = At(1);
        rollout.Run(1_000);
        rollout.Rules.Pause("wait");
        Assert.Null(rollout.Rules.Resume("go"));
        Assert.Equal(1, rollout.State.Stage);

        rollout.TimeUp();

        Assert.Equal(["stage 5", "stage 25", "pause 25", "resume 25", "stage 50"], rollout.Events);
    }

    [Fact]
    public void What_was_rolled_back_begins_again_with_nothing_held_against_it()
    {
        RolloutRehearsal rollout = At(2);
        RolloutOutcome old = new(rollout.State.Round, DebateMode.Parallel, false, 1);
        Assert.Null(rollout.Rules.RollBack("a bad feeling"));
        Assert.Null(rollout.Rules.Resume("it was nothing"));
        rollout.Rules.Observe(old);

        Assert.Equal((RolloutStatus.Watching, 0, 0, 2), (rollout.State.Status, rollout.State.Stage, rollout.State.Parallel.Count, rollout.State.Round));
        Assert.Equal(["rollback 0", "resume 0", "stage 5"], rollout.Events.TakeLast(3));
        Assert.Equal("a bad feeling", rollout.State.History[^3].Reason);
        Through(rollout);
        Assert.Equal(RolloutStatus.Done, rollout.State.Status);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_and_says_why()
    {
        RolloutRules none = new RolloutRehearsal().Rules;
        Assert.All([none.Pause("x"), none.Resume("x"), none.Advance("x"), none.RollBack("x")], refused => Assert.EndsWith("now it has not begun.", refused, StringComparison.Ordinal));
        RolloutRules watching = RolloutRehearsal.Begun().Rules;
        Assert.Equal("The rollout can be resumed only while it is paused or was rolled back; now a stage is watched.", watching.Resume("x"));
        watching.RollBack("x");
        Assert.All([watching.Pause("x"), watching.Advance("x"), watching.RollBack("x")], refused => Assert.EndsWith("now it is rolled back.", refused, StringComparison.Ordinal));
    }

    [Fact]
    public void The_state_stays_small_and_survives_being_stored()
    {
        RolloutRehearsal rollout = At(0);
        rollout.Run(20_000);
        for (int i = 0; i < 300; i++)
        {
            rollout.Rules.Pause(new string('x', 5_000));
            rollout.Rules.Resume("go");
        }

        string json = System.Text.Json.JsonSerializer.Serialize(rollout.State);

        Assert.InRange(json.Length, 1, 80_000);
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<RolloutState>(json)));
    }

    [Fact]
    public void Other_stages_count_from_the_next_beginning()
    {
        RolloutRehearsal rollout = At(2);

        rollout.Options.Stages = [10, 100];

        Assert.Equal((50, 2), (rollout.Rules.Share, rollout.State.Stage));
        rollout.Rules.RollBack("other stages");
        rollout.Rules.Resume("other stages");
        Assert.Equal((10, 0), (rollout.Rules.Share, rollout.State.Stage));
    }

    [Fact]
    public void With_fewer_stages_than_before_the_last_still_gets_its_baseline()
    {
        RolloutRehearsal rollout = At(2);
        rollout.Options.Stages = [10, 100];
        rollout.Run(3_000);
        rollout.TimeUp();

        Assert.Equal((100, true), (rollout.Rules.Share, rollout.State.Baseline is not null));
    }

    private static RolloutRehearsal At(int stage, int seed = 1)
    {
        RolloutRehearsal rollout = RolloutRehearsal.Begun(seed);
        for (int i = 0; i < stage; i++)
        {
            rollout.Run(3_000);
            rollout.TimeUp();
        }

        return rollout;
    }

    private static void Through(RolloutRehearsal rollout)
    {
        for (int i = 0; i < 4; i++)
        {
            rollout.Run(3_000);
            rollout.TimeUp();
        }
    }

    private static void Observe(RolloutRehearsal rollout, DebateMode mode, int count)
    {
        for (int i = 0; i < count; i++)
        {
            rollout.Rules.Observe(new RolloutOutcome(rollout.State.Round, mode, Passed: true, 25));
        }
    }

    private static HashSet<string> Parallel(RolloutRehearsal rollout) =>
        [.. Enumerable.Range(0, 10_000).Select(i => $"d{i}").Where(id => rollout.Rules.Choose(new RolloutAsk(id, 4)).Mode == DebateMode.Parallel)];
}
