using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

public sealed class DebateGateTests
{
    private static readonly string Good = TestDebate.Says("synthesis", "archive", TestDebate.Sentence);
    private static readonly string Forged = TestDebate.Says("synthesis", "nowhere", TestDebate.Sentence);
    private static readonly string Altered = TestDebate.Says("synthesis", "archive", "The archive holds fifty thousand letters.");

    [Fact]
    public async Task A_synthesis_that_stands_on_the_evidence_is_asked_for_once()
    {
        await using TestDebate debate = await TestDebate.StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request());

        Assert.Equal(("passed", 1), (report.Gate.Status, debate.Asked("synthesis")));
    }

    [Fact]
    public async Task A_failed_gate_asks_for_one_revision_and_shows_it_the_reasons_and_its_last_answer()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        Say(debate, Forged, Good);

        DebateReport report = await debate.RunAsync(TestDebate.Request());

        Assert.Equal(("passed", 2), (report.Gate.Status, debate.Asked("synthesis")));
        string revision = debate.Sends.Last(send => send.Request.Task == "synthesis").Request.Prompt.User;
        Assert.Contains("<data name=\"faults\"", revision, StringComparison.Ordinal);
        Assert.Contains("there is no evidence 'nowhere'", revision, StringComparison.Ordinal);
        Assert.Contains("<data name=\"synthesis\"", revision, StringComparison.Ordinal);
        Assert.Equal(["failed", "passed"], report.Ledger.Where(entry => entry.Event == "gate").Select(entry => entry.Detail));
    }

    [Fact]
    public async Task A_revision_that_does_not_pass_either_is_reported_as_failed_with_its_reasons()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        Say(debate, Forged, Altered, Good);

        DebateReport report = await debate.RunAsync(TestDebate.Request());

        Assert.Equal(("failed", 2), (report.Gate.Status, debate.Asked("synthesis")));
        Assert.Contains("not in 'archive'", Assert.Single(report.Gate.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_fails_leaves_the_first_synthesis_standing()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        Say(debate, Forged, null);

        DebateReport report = await debate.RunAsync(TestDebate.Request());

        Assert.Equal("failed", report.Gate.Status);
        Assert.Equal("nowhere", report.Synthesis.Claims[0].Citations[0].EvidenceId);
        Assert.Contains(report.Fallbacks, fallback => fallback.Contains("the first one stands", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_evidence_there_is_nothing_to_check_and_no_revision()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        Say(debate, Forged);

        DebateReport report = await debate.RunAsync(TestDebate.Request() with { Evidence = [] });

        Assert.Equal(("skipped", 1), (report.Gate.Status, debate.Asked("synthesis")));
    }

    [Theory]
    [InlineData(DebateMode.Auto, 4, DebateMode.Parallel)]
    [InlineData(DebateMode.Auto, 5, DebateMode.Sequential)]
    [InlineData(DebateMode.Parallel, 9, DebateMode.Parallel)]
    [InlineData(DebateMode.Sequential, 1, DebateMode.Sequential)]
    public async Task Without_a_rollout_the_mode_follows_the_complexity_unless_one_is_asked_for(DebateMode asked, int complexity, DebateMode mode)
    {
        await using TestDebate debate = await TestDebate.StartAsync(new DebateOptions { Rollout = { Enabled = false } });

        DebateReport report = await debate.RunAsync(TestDebate.Request(asked, complexity));

        Assert.Equal((mode, complexity), (report.Mode, report.Complexity));
    }

    private static void Say(TestDebate debate, params string?[] syntheses)
    {
        debate.Syntheses.Clear();
        debate.Syntheses.AddRange(syntheses);
    }
}
