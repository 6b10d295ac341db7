using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutViewTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 4, 4, 5, 6, TimeSpan.Zero);

    private readonly RolloutState _state = new();
    private readonly RolloutOptions _options = new() { MinCount = 20 };

    private RolloutRules Rules => new(_state, _options, Now);

    private RolloutView View => RolloutView.Of(_state, _options);

    [Fact]
    public void Without_a_state_the_configured_stages_are_shown_and_that_it_has_not_begun()
    {
        RolloutView view = RolloutView.Of(null, new RolloutOptions { Stages = [10, 100], ComplexityBelow = 7 });

        Assert.Equal(("not_begun", 0, 0, null), (view.Status, view.Share, view.Stage, view.Since));
        Assert.Equal([10, 100], view.Stages);
        Assert.Equal("It begins with the first debate in mode auto of a complexity below 7.", Assert.Single(view.Missing));
    }

    [Fact]
    public void A_watched_stage_misses_its_time_and_its_debates()
    {
        Rules.Begin("a test");

        Assert.Equal(("watching", Now, Now.AddHours(24)), (View.Status, View.Since, View.CanEndAt));
        Assert.Equal(["The stage is watched until 2026-02-05 04:05:06Z.", "The stage waits for debates in parallel: 0 of 20 have ended.", "The stage waits for debates in sequence: 0 of 20 have ended."], View.Missing);
    }

    [Fact]
    public void A_stage_whose_time_is_up_misses_only_debates()
    {
        Rules.Begin("a test");
        Rules.StageEnd(_state.Generation);

        Assert.Equal(["The stage waits for debates in parallel: 0 of 20 have ended.", "The stage waits for debates in sequence: 0 of 20 have ended."], View.Missing);
    }

    [Fact]
    public void Where_nothing_runs_in_sequence_no_such_debate_is_missing()
    {
        Rules.Begin("a test");
        for (int i = 0; i < 3; i++)
        {
            Rules.Advance("go on");
        }

        Rules.StageEnd(_state.Generation);

        Assert.Equal("The stage waits for debates in parallel: 0 of 20 have ended.", Assert.Single(View.Missing));
    }

    [Theory]
    [InlineData("paused", 5, "An operator must resume it; the stage is then watched for its whole time.")]
    [InlineData("rolled_back", 0, "An operator must resume it; it then begins again with the first stage.")]
    public void What_an_operator_stopped_waits_for_one(string status, int share, string missing)
    {
        Rules.Begin("a test");
        _ = status == "paused" ? Rules.Pause("wait") : Rules.RollBack("a bad feeling");

        Assert.Equal((status, share, 1, null), (View.Status, View.Share, View.Stage, View.CanEndAt));
        Assert.Equal((Now, missing), (View.Since, Assert.Single(View.Missing)));
    }

    [Fact]
    public void A_rollout_that_is_done_misses_nothing()
    {
        Rules.Begin("a test");
        for (int i = 0; i < 4; i++)
        {
            Rules.Advance("go on");
        }

        Assert.Equal(("done", 100, 4), (View.Status, View.Share, View.Stage));
        Assert.Empty(View.Missing);
        Assert.False(View.Compared);
    }

    [Fact]
    public void Arms_are_compared_once_both_have_their_count()
    {
        Rules.Begin("a test");
        Observe(DebateMode.Parallel, 20);
        Assert.False(View.Compared);

        Observe(DebateMode.Sequential, 20);

        Assert.True(View.Compared);
        Assert.Equal((20, 20, 1.0, 25.0), (View.Parallel.Count, View.Parallel.Passed, View.Parallel.PassRate, View.Parallel.MeanSeconds));
    }

    [Fact]
    public void Stages_that_were_configured_meanwhile_are_not_shown()
    {
        Rules.Begin("a test");
        Rules.Advance("go on");
        Rules.Advance("go on");

        _options.Stages = [10, 100];

        Assert.Equal((3, 50), (View.Stage, View.Share));
        Assert.Equal([5, 25, 50, 100], View.Stages);
    }

    [Fact]
    public void A_rollout_that_is_turned_off_says_so()
    {
        _options.Enabled = false;

        Assert.Equal(("disabled", 100), (View.Status, View.Share));
        Assert.Contains("Debates:Rollout:Enabled is false", Assert.Single(View.Missing), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollback_has_a_cause_and_nothing_else_has()
    {
        Rules.Begin("a test");
        Rules.RollBack("a bad feeling");

        Assert.Equal([null, "operator"], View.History.Select(happened => happened.Cause));
    }

    private void Observe(DebateMode mode, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Rules.Observe(new RolloutOutcome(_state.Round, mode, Passed: true, 25));
        }
    }
}
