using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>What operators do, through the orchestration that tells them what came of it.</summary>
public sealed class ChangeDebateRolloutTests
{
    [Fact]
    public async Task Before_it_has_begun_nothing_can_be_changed()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();

        foreach (RolloutOperation operation in Enum.GetValues<RolloutOperation>())
        {
            RolloutChanged changed = await rollout.ChangeAsync(operation);
            Assert.EndsWith("now it has not begun.", changed.Refusal, StringComparison.Ordinal);
            Assert.Equal("not_begun", changed.View.Status);
        }
    }

    [Fact]
    public async Task Each_operation_is_done_and_shown()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();
        await rollout.TrafficAsync(1, 1);

        List<string> shown = [];
        foreach (RolloutOperation operation in new[] { RolloutOperation.Pause, RolloutOperation.Resume, RolloutOperation.Advance, RolloutOperation.RollBack, RolloutOperation.Resume })
        {
            RolloutChanged changed = await rollout.ChangeAsync(operation);
            Assert.Null(changed.Refusal);
            shown.Add($"{changed.View.Status} {changed.View.Share}");
        }

        Assert.Equal(["paused 5", "watching 5", "watching 25", "rolled_back 0", "watching 5"], shown);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_is_refused_what_the_first_has_done()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();
        await rollout.TrafficAsync(1, 1);

        RolloutChanged[] changed = await Task.WhenAll(rollout.ChangeAsync(RolloutOperation.RollBack), rollout.ChangeAsync(RolloutOperation.RollBack));

        Assert.Equal("The rollout can be rolled back only while it goes on or is done; now it is rolled back.", Assert.Single(changed, one => one.Refusal is not null).Refusal);
        Assert.Single((await rollout.StateAsync()).History, happened => happened.Event == "rollback");
    }
}
