using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Tests.Debate.Rollout;

public sealed class RolloutOperationTests : RolloutScenario
{
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
}
