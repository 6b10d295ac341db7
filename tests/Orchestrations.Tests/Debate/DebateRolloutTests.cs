using Microsoft.Extensions.Logging;
using Workflows.Orchestrations.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>The rollout over days of virtual time.</summary>
public sealed class DebateRolloutTests
{
    private const int Day = 24;
    private const int Busy = 100;
    private const int Quiet = 25;

    private static RolloutOptions Small => new() { MinCount = 20 };

    [Fact]
    public async Task Five_days_of_traffic_lead_through_the_whole_rollout()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();

        await rollout.TrafficAsync(5 * Day, Busy);

        Assert.Equal(["stage 5 at 0", "stage 25 at 24", "stage 50 at 48", "stage 100 at 72", "done 100 at 96"], await rollout.EventsAsync());
        RolloutState state = await rollout.StateAsync();
        Assert.Equal(RolloutStatus.Done, state.Status);
        Assert.Equal(2 * Day * Busy, state.Parallel.Count);
        Assert.Empty(rollout.Logs.Lines);
    }

    [Fact]
    public async Task Quality_that_drops_at_a_quarter_turns_all_back_within_the_count_and_says_so()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();
        await rollout.TrafficAsync(Day + 1, Busy);
        rollout.Passing = (0.5, 0.95);

        await rollout.TrafficAsync(4 * Day, Busy);

        RolloutState state = await rollout.StateAsync();
        Assert.Equal((RolloutStatus.RolledBack, 1), (state.Status, state.Stage));
        Assert.InRange(state.Parallel.Count, 100, 200);
        RolloutEvent rollback = state.History[^1];
        Assert.Equal(("rollback", 0, "gate"), (rollback.Event, rollback.Share, rollback.Cause));
        Assert.InRange((rollback.At - rollout.Start).TotalHours, 25, 34);
        Assert.StartsWith("Parallel is worse by its gate's pass rate", rollback.Reason, StringComparison.Ordinal);
        (LogLevel level, string message) = Assert.Single(rollout.Logs.Lines);
        Assert.Equal((LogLevel.Error, $"Debates were rolled back to run in sequence (gate). {rollback.Reason}"), (level, message));
    }

    [Fact]
    public async Task Quality_that_drops_while_the_host_goes_down_each_hour_turns_all_back_once()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();
        await rollout.TrafficAsync(Day + 1, Busy);
        rollout.Passing = (0.5, 0.95);

        for (int hour = 0; hour < 10; hour++)
        {
            await rollout.CrashingHourAsync(Busy);
        }

        RolloutState state = await rollout.StateAsync();
        Assert.Equal(RolloutStatus.RolledBack, state.Status);
        Assert.InRange(state.Parallel.Count, 100, 200);
        Assert.Equal("gate", Assert.Single(state.History, happened => happened.Event == "rollback").Cause);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(36)]
    [InlineData(60)]
    [InlineData(84)]
    [InlineData(108)]
    public async Task A_crash_in_a_stage_changes_nothing_and_loses_no_debate(int hour)
    {
        await using TestRollout rollout = await TestRollout.StartAsync(Small);
        await rollout.TrafficAsync(hour, Quiet);

        await rollout.CrashingHourAsync(Quiet);

        await rollout.TrafficAsync((5 * Day) - hour - 1, Quiet);
        Assert.Equal(["stage 5 at 0", "stage 25 at 24", "stage 50 at 48", "stage 100 at 72", "done 100 at 96"], await rollout.EventsAsync());
        RolloutState state = await rollout.StateAsync();
        Assert.Equal(2 * Day * Quiet, state.Parallel.Count);
    }

    [Fact]
    public async Task A_stage_without_enough_debates_waits_for_them()
    {
        await using TestRollout rollout = await TestRollout.StartAsync();
        await rollout.TrafficAsync(3, Quiet);
        await rollout.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(["stage 5 at 0"], await rollout.EventsAsync());

        await rollout.TrafficAsync(100, Quiet);

        Assert.StartsWith("stage 25 at 3", (await rollout.EventsAsync()).ElementAt(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_of_a_stage_that_was_left_does_nothing()
    {
        await using TestRollout rollout = await TestRollout.StartAsync(Small);
        await rollout.TrafficAsync(12, Quiet);
        await rollout.SignalAsync(nameof(DebateRollout.Advance), "now");

        await rollout.TrafficAsync(23, Quiet);
        Assert.Equal(["stage 5 at 0", "advance 25 at 12"], await rollout.EventsAsync());
        await rollout.TrafficAsync(2, Quiet);

        Assert.Equal(["stage 5 at 0", "advance 25 at 12", "stage 50 at 36"], await rollout.EventsAsync());
    }

    [Fact]
    public async Task A_pause_stops_the_clock_until_it_is_resumed()
    {
        await using TestRollout rollout = await TestRollout.StartAsync(Small);
        await rollout.TrafficAsync(12, Quiet);
        await rollout.SignalAsync(nameof(DebateRollout.Pause), "wait");
        await rollout.TrafficAsync(36, Quiet);
        await rollout.SignalAsync(nameof(DebateRollout.Resume), "go");
        await rollout.TrafficAsync(Day + 1, Quiet);

        Assert.Equal(["stage 5 at 0", "pause 5 at 12", "resume 5 at 48", "stage 25 at 72"], await rollout.EventsAsync());
    }

    [Fact]
    public async Task An_operator_turns_back_and_begins_again()
    {
        await using TestRollout rollout = await TestRollout.StartAsync(Small);
        await rollout.TrafficAsync(30, Quiet);
        await rollout.SignalAsync(nameof(DebateRollout.RollBack), "a bad feeling");
        await rollout.TrafficAsync(2 * Day, Quiet);
        await rollout.SignalAsync(nameof(DebateRollout.Resume), "it was nothing");
        await rollout.TrafficAsync(Day + 1, Quiet);

        Assert.Equal(["stage 5 at 0", "stage 25 at 24", "rollback 0 at 30", "resume 0 at 78", "stage 5 at 78", "stage 25 at 102"], await rollout.EventsAsync());
    }
}
