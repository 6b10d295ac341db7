using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>Debates in mode auto, and the rollout that chooses for them and learns from them.</summary>
public sealed class DebateArmTests
{
    private const string Forged = "No such sentence stands there at all.";

    [Theory]
    [InlineData(DebateMode.Auto, 5)]
    [InlineData(DebateMode.Parallel, 3)]
    [InlineData(DebateMode.Sequential, 3)]
    public async Task A_debate_that_is_not_eligible_does_not_ask_the_rollout(DebateMode mode, int complexity)
    {
        await using TestDebate debate = await TestDebate.StartAsync();

        await debate.RunAsync(TestDebate.Request(mode, complexity));

        Assert.Null(await debate.RolloutAsync());
    }

    [Theory]
    [InlineData(true, DebateMode.Parallel)]
    [InlineData(false, DebateMode.Sequential)]
    public async Task An_eligible_one_runs_as_its_draw_says_and_is_counted_in_its_arm(bool drawn, DebateMode mode)
    {
        await using TestDebate debate = await TestDebate.StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request(complexity: 3), Id(drawn));

        Assert.Equal(mode, report.Mode);
        Assert.StartsWith("The rollout runs 5 % in parallel", report.ModeReason, StringComparison.Ordinal);
        RolloutState state = (await debate.RolloutAsync())!;
        Assert.Equal((drawn ? 1 : 0, drawn ? 0 : 1), (state.Parallel.Passed, state.Sequential.Passed));
    }

    [Theory]
    [InlineData(Forged, 1, 0)]
    [InlineData(null, 1, 0)]
    [InlineData(TestDebate.Sentence, 1, 1)]
    public async Task A_gate_that_fails_and_a_synthesis_that_fails_are_counted_as_not_passed(string? quote, int count, int passed)
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        debate.Syntheses[0] = quote is null ? null : TestDebate.Says("synthesis", "archive", quote);

        await debate.EndAsync(TestDebate.Request(complexity: 3), Id(drawn: true));

        ArmFigures figures = (await debate.RolloutAsync())!.Parallel;
        Assert.Equal((count, passed), (figures.Count, figures.Passed));
    }

    [Fact]
    public async Task A_debate_that_was_interrupted_for_long_is_counted_with_the_longest_time_that_one_may_take()
    {
        await using TestDebate debate = await TestDebate.StartAsync(new DebateOptions { DebateMinutes = 5 }, byHand: true);
        debate.Seconds["synthesis"] = 10;
        await debate.Client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, TestDebate.Request(complexity: 3), new StartOrchestrationOptions(Id(drawn: true)), TestContext.Current.CancellationToken);
        await debate.PassAsync(TimeSpan.FromSeconds(5));

        await debate.InterruptAsync(TimeSpan.FromHours(8));
        await debate.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(300, (await debate.RolloutAsync())!.Parallel.Seconds);
    }

    [Fact]
    public async Task The_debate_that_tips_the_scales_has_the_rollback_in_its_ledger_and_the_next_runs_in_sequence()
    {
        const int few = 20;
        await using TestDebate debate = await TestDebate.StartAsync(new DebateOptions { Rollout = { MinCount = few } });
        await debate.RunAsync(TestDebate.Request(complexity: 3), Id(drawn: false));
        for (int i = 1; i < few; i++)
        {
            await debate.TellAsync(new RolloutOutcome(1, DebateMode.Parallel, false, 30));
            await debate.TellAsync(new RolloutOutcome(1, DebateMode.Sequential, true, 30));
        }

        debate.Syntheses[0] = TestDebate.Says("synthesis", "archive", Forged);
        DebateReport tipping = await debate.RunAsync(TestDebate.Request(complexity: 3), Id(drawn: true));
        DebateReport next = await debate.RunAsync(TestDebate.Request(complexity: 2), Id(drawn: true));

        LedgerEvent rollback = Assert.Single(tipping.Ledger, entry => entry.Event == "rollback");
        Assert.StartsWith("Parallel is worse by its gate's pass rate", rollback.Detail, StringComparison.Ordinal);
        Assert.Equal("debate_end", tipping.Ledger[^1].Event);
        Assert.Equal((DebateMode.Sequential, "The rollout was rolled back."), (next.Mode, next.ModeReason));
        Assert.DoesNotContain(next.Ledger, entry => entry.Event == "rollback");
    }

    private static string Id(bool drawn) => Enumerable.Range(0, 10_000).Select(number => $"debate-{number}").First(id => RolloutRules.Draw(id) < 500 == drawn);
}
