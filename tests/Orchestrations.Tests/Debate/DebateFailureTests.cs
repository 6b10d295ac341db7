using Workflows.Durable.Client;
using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>The table of outcomes: which personas fail, how often, and what becomes of the debate.</summary>
public sealed class DebateFailureTests
{
    [Theory]
    [InlineData(DebateMode.Parallel, 0, 0, "thesis antithesis", 0)]
    [InlineData(DebateMode.Parallel, 1, 0, "thesis* antithesis", 1)]
    [InlineData(DebateMode.Parallel, 2, 0, "antithesis", 2)]
    [InlineData(DebateMode.Parallel, 0, 1, "thesis antithesis*", 1)]
    [InlineData(DebateMode.Parallel, 0, 2, "thesis", 2)]
    [InlineData(DebateMode.Parallel, 1, 1, "thesis* antithesis*", 2)]
    [InlineData(DebateMode.Parallel, 2, 1, "antithesis*", 3)]
    [InlineData(DebateMode.Parallel, 1, 2, "thesis*", 3)]
    [InlineData(DebateMode.Parallel, 2, 2, "", 4)]
    [InlineData(DebateMode.Sequential, 0, 0, "thesis antithesis", 0)]
    [InlineData(DebateMode.Sequential, 1, 0, "antithesis", 2)]
    [InlineData(DebateMode.Sequential, 0, 1, "thesis", 1)]
    [InlineData(DebateMode.Sequential, 1, 1, "", 3)]
    public async Task A_synthesis_goes_on_with_whoever_speaks_at_last(DebateMode mode, int thesisFails, int antithesisFails, string spoken, int fallbacks)
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        debate.Failing["thesis"] = thesisFails;
        debate.Failing["antithesis"] = antithesisFails;

        DebateReport report = await debate.RunAsync(TestDebate.Request(mode));

        Assert.Equal(spoken, string.Join(' ', report.Personas.Where(persona => persona is { Output: not null, Persona: not "synthesis" }).Select(persona => persona.Persona + (persona.Retried ? "*" : ""))));
        Assert.Equal(fallbacks, report.Fallbacks.Count);
        Assert.Equal(fallbacks, report.Ledger.Count(entry => entry.Event == "fallback"));
        Assert.Equal("passed", report.Gate.Status);
        string shown = debate.Sends.Single(send => send.Request.Task == "synthesis").Request.Prompt.User;
        Assert.All((string[])["thesis", "antithesis"], persona => Assert.Equal(report.Personas.Single(one => one.Persona == persona).Output is not null, shown.Contains($"<data name=\"{persona}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(DebateMode.Parallel, 0, 0)]
    [InlineData(DebateMode.Parallel, 2, 0)]
    [InlineData(DebateMode.Parallel, 0, 2)]
    [InlineData(DebateMode.Sequential, 0, 0)]
    [InlineData(DebateMode.Sequential, 1, 0)]
    [InlineData(DebateMode.Sequential, 0, 1)]
    public async Task Only_a_synthesis_that_fails_fails_the_debate_and_the_ledger_stays(DebateMode mode, int thesisFails, int antithesisFails)
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        debate.Failing["thesis"] = thesisFails;
        debate.Failing["antithesis"] = antithesisFails;
        debate.Failing["synthesis"] = 1;

        OrchestrationMetadata ended = await debate.EndAsync(TestDebate.Request(mode));

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal("The synthesis failed: No model takes this prompt.", ended.FailureDetails!.ErrorMessage);
        Assert.Equal("debate_failed", ended.ReadCustomStatusAs<DebateProgress>()!.Ledger[^1].Event);
    }

    [Fact]
    public async Task Beside_each_other_the_antithesis_has_not_heard_the_thesis_and_tried_again_it_answers_it()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        debate.Failing["antithesis"] = 1;

        await debate.RunAsync(TestDebate.Request(DebateMode.Parallel));

        Assert.Equal([false, true], debate.Sends.Where(send => send.Request.Task == "antithesis").Select(send => send.Request.Prompt.User.Contains("<data name=\"thesis\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_sequence_the_antithesis_answers_the_thesis_and_without_one_it_speaks_from_the_goal()
    {
        await using TestDebate answering = await TestDebate.StartAsync();
        await using TestDebate alone = await TestDebate.StartAsync();
        alone.Failing["thesis"] = 1;

        await answering.RunAsync(TestDebate.Request(DebateMode.Sequential));
        await alone.RunAsync(TestDebate.Request(DebateMode.Sequential));

        Assert.StartsWith("Task antithesis: Answer the thesis", answering.Sends.Single(send => send.Request.Task == "antithesis").Request.Prompt.System, StringComparison.Ordinal);
        Assert.StartsWith("Task antithesis: Argue the other side", alone.Sends.Single(send => send.Request.Task == "antithesis").Request.Prompt.System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_report_nor_the_ledger_repeats_a_servers_own_words()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        debate.Failing["thesis"] = 2;

        OrchestrationMetadata ended = await debate.EndAsync(TestDebate.Request(DebateMode.Parallel));

        Assert.DoesNotContain("secret words", ended.SerializedOutput + ended.SerializedCustomStatus, StringComparison.Ordinal);
    }
}
