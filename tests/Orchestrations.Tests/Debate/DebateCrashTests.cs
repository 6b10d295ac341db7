using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>Debates whose host goes down while they run.</summary>
public sealed class DebateCrashTests
{
    [Theory]
    [InlineData(DebateMode.Parallel, 2)]
    [InlineData(DebateMode.Parallel, 7)]
    [InlineData(DebateMode.Parallel, 15)]
    [InlineData(DebateMode.Sequential, 2)]
    [InlineData(DebateMode.Sequential, 7)]
    [InlineData(DebateMode.Sequential, 20)]
    public async Task It_ends_with_one_ledger_and_nobody_who_had_spoken_is_asked_again(DebateMode mode, int seconds)
    {
        await using TestDebate debate = await TestDebate.StartAsync(byHand: true);
        debate.Seconds["thesis"] = 4.5;
        debate.Seconds["antithesis"] = 10.8;
        debate.Seconds["synthesis"] = 14.2;
        string id = await debate.Client.ScheduleNewOrchestrationInstanceAsync("Debate", TestDebate.Request(mode), TestContext.Current.CancellationToken);
        await debate.PassAsync(TimeSpan.FromSeconds(seconds));
        HashSet<string> spoken = [.. (await debate.LedgerAsync(id)).Where(entry => entry.Event == "persona_end").Select(entry => entry.Persona!)];

        await debate.RestartAsync();
        await debate.PassAsync(TimeSpan.FromMinutes(5));

        OrchestrationMetadata ended = (await debate.Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken))!;
        DebateReport report = ended.ReadOutputAs<DebateReport>()!;
        Assert.Equal("passed", report.Gate.Status);
        Assert.All(spoken, persona => Assert.Equal(1, debate.Asked(persona)));
        Assert.Equal(["antithesis", "synthesis", "thesis"], report.Ledger.Where(entry => entry.Event == "persona_end").Select(entry => entry.Persona).Order());
    }
}
