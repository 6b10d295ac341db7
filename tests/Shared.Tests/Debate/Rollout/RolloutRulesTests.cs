using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutRulesTests : RolloutScenario
{
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
}
