using System.Text.RegularExpressions;
using Workflows.Shared.Debate;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>The document's timings: thesis 4.5 s, antithesis 10.8 s, synthesis 14.2 s.</summary>
public sealed partial class DebateTimingTests
{
    private const double Tolerance = 1.02;

    [Fact]
    public async Task In_sequence_the_times_add_up_to_29_and_a_half_seconds()
    {
        await using TestDebate debate = await StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request(DebateMode.Sequential));

        Assert.InRange(report.Seconds, 29.5, 29.5 * Tolerance);
    }

    [Fact]
    public async Task In_parallel_the_longer_of_the_first_two_and_the_synthesis_take_25_seconds()
    {
        await using TestDebate debate = await StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request(DebateMode.Parallel));

        Assert.InRange(report.Seconds, 25.0, 25.0 * Tolerance);
        Assert.Empty(report.Fallbacks);
    }

    [Fact]
    public async Task On_the_target_profile_two_hundred_in_parallel_take_20_seconds_at_most_on_average_and_25_at_worst()
    {
        await using TestDebate debate = await TestDebate.StartAsync();
        (debate.Seconds["thesis"], debate.Seconds["antithesis"], debate.Seconds["synthesis"], debate.Spread) = (4, 7, 9, 0.2);

        List<double> seconds = [];
        for (int i = 0; i < 200; i++)
        {
            seconds.Add((await debate.RunAsync(TestDebate.Request(DebateMode.Parallel))).Seconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"mean {seconds.Average():0.00} s, worst {seconds.Max():0.00} s"));
        Assert.InRange(seconds.Average(), 14, 20);
        Assert.InRange(seconds.Max(), 16, 25);
    }

    [Theory]
    [InlineData(DebateMode.Parallel, "parallel", 0)]
    [InlineData(DebateMode.Sequential, "sequential", 4_500)]
    public async Task The_ledger_tells_the_mode_and_the_offsets_of_both_starts(DebateMode mode, string word, long antithesis)
    {
        await using TestDebate debate = await StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request(mode));

        LedgerEvent start = Assert.Single(report.Ledger, entry => entry.Event == "parallel_execution_start");
        Assert.Equal((word, 0L), (start.Mode, start.ThesisStartMs));
        Assert.InRange(start.AntithesisStartMs!.Value, antithesis, antithesis * Tolerance);
    }

    [Fact]
    public async Task Each_persona_has_a_start_and_an_end_in_its_lane_with_its_duration()
    {
        await using TestDebate debate = await StartAsync();

        DebateReport report = await debate.RunAsync(TestDebate.Request(DebateMode.Parallel));

        Assert.Equal(
            ["debate_start", "parallel_execution_start", "persona_start thesis 0", "persona_start antithesis 1", "persona_end thesis 0", "persona_end antithesis 1", "persona_start synthesis 0", "persona_end synthesis 0", "gate synthesis", "debate_end"],
            report.Ledger.Select(entry => $"{entry.Event} {entry.Persona} {entry.Lane}".Trim()));
        Assert.InRange(report.Ledger.Single(entry => entry is { Event: "persona_end", Persona: "thesis" }).DurationMs!.Value, 4_500, 4_500 * Tolerance);
        Assert.All(report.Ledger.Zip(report.Ledger.Skip(1)), pair => Assert.True(pair.First.OffsetMs <= pair.Second.OffsetMs));
    }

    [Fact]
    public async Task A_hundred_debates_at_once_all_end_each_with_its_own_ledger_and_its_own_words()
    {
        await using TestDebate debate = await StartAsync();
        debate.Saying = send => TestDebate.Says(send.Request.Task, "box", Sentence(NumberOf(send.Request.Prompt.User)));

        DebateReport[] reports = await Task.WhenAll(Enumerable.Range(100, 100).Select(number => debate.RunAsync(new DebateRequest
        {
            Goal = $"Question {number}?",
            Mode = number % 2 == 0 ? DebateMode.Parallel : DebateMode.Sequential,
            Evidence = [new EvidenceDocument { Id = "box", Text = Sentence($"{number}") }],
        })));

        Assert.Equal(Enumerable.Range(100, 100).Select(number => $"Question {number}?"), reports.Select(report => report.Goal));
        Assert.All(reports, report => Assert.Equal(("passed", 10, 3), (report.Gate.Status, report.Ledger.Count, report.Personas.Count)));
        Assert.All(reports, report => Assert.All(report.Personas, persona => Assert.Equal(Sentence(NumberOf(report.Goal)), persona.Output!.Claims[0].Citations[0].Quote)));
        Assert.Equal(100, reports.Select(report => Assert.Single(report.Ledger.Select(entry => entry.TaskId).Distinct())).Distinct().Count());
        Assert.All(debate.Sends.Where(send => send.Request.Task == "synthesis"), send => Assert.Equal(3, send.Request.Prompt.User.Split(Sentence(NumberOf(send.Request.Prompt.User))).Length - 1));

        static string Sentence(string number) => $"The box {number} holds letters of the year.";

        static string NumberOf(string text) => NumberOfQuestion().Match(text).Groups[1].Value;
    }

    private static async Task<TestDebate> StartAsync()
    {
        TestDebate debate = await TestDebate.StartAsync();
        debate.Seconds["thesis"] = 4.5;
        debate.Seconds["antithesis"] = 10.8;
        debate.Seconds["synthesis"] = 14.2;
        return debate;
    }

    [GeneratedRegex(@"Question (\d+)\?")]
    private static partial Regex NumberOfQuestion();
}
