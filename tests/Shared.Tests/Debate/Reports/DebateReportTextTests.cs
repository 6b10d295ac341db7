using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Reports;

namespace Workflows.Shared.Tests.Debate.Reports;

public sealed class DebateReportTextTests
{
    private static DebateReport Report => new()
    {
        Goal = "Should the letters be scanned?",
        Mode = DebateMode.Parallel,
        ModeReason = "asked for",
        Complexity = 3,
        Personas = [Persona("thesis", "For it."), Persona("antithesis", null), Persona("synthesis", "Half of them.")],
        Synthesis = Said("Half of them."),
        Gate = new GateResult { Status = "failed", Claims = 1, Supported = 0, Citations = 1, Standing = 0, Reasons = ["Claim 1: the quotation does not stand in 'archive'."] },
        Fallbacks = ["antithesis: it failed, and the synthesis went on without it"],
        Ledger = [],
        Seconds = 25.04,
    };

    [Fact]
    public void Plain_text_has_the_answer_first_then_what_it_rests_on_and_what_went_wrong() => Assert.Equal(
        """
        Should the letters be scanned?
        parallel (asked for), complexity 3, 25.0 s, gate failed: 0 of 1 claims supported, 0 of 1 citations stand

        Half of them.

          1. A claim.
             [archive] "Forty thousand letters."

        thesis (from 0.0 s, 4.5 s, m)
        For it.

        antithesis (from 0.0 s, 4.5 s)
        No answer: The models did not answer in time.

        What went another way:
          - antithesis: it failed, and the synthesis went on without it

        What the gate found:
          - Claim 1: the quotation does not stand in 'archive'.

        """.ReplaceLineEndings("\n"),
        DebateReportText.Plain(Report));

    [Fact]
    public void Markdown_has_the_same_parts()
    {
        string text = DebateReportText.Markdown(Report);

        Assert.Equal(
            ["# Should the letters be scanned?", "## Synthesis", "## Thesis", "## Antithesis", "## What went another way", "## What the gate found"],
            text.Split('\n').Where(line => line.StartsWith('#')));
        Assert.Contains("   - `archive`: “Forty thousand letters.”\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("![x](https://evil.example/x.png)")]
    [InlineData("[click](javascript:1)")]
    [InlineData("`code`")]
    [InlineData("&lt;b&gt;")]
    public void Nothing_that_was_written_becomes_markup(string hostile)
    {
        string text = DebateReportText.Markdown(Report with
        {
            Goal = hostile,
            Synthesis = Said(hostile) with { Claims = [new DebateClaim { Text = hostile, Citations = [new Citation { EvidenceId = hostile, Quote = hostile }] }] },
            Personas = [Persona("thesis", hostile), Persona("antithesis", hostile), Persona("synthesis", hostile)],
            Fallbacks = [hostile],
        });

        string outside = string.Concat(text.Split('\n').Where(line => !line.StartsWith("   - `", StringComparison.Ordinal)));
        Assert.DoesNotContain(hostile, outside, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_are_shown_and_not_sent_to_the_terminal() =>
        Assert.DoesNotContain('\u001b', DebateReportText.Plain(Report with { Goal = "\u001b[2J", Synthesis = Said("\u001b]0;x\u0007") }));

    private static PersonaOutput Said(string summary) =>
        new() { Summary = summary, Claims = [new DebateClaim { Text = "A claim.", Citations = [new Citation { EvidenceId = "archive", Quote = "Forty thousand letters." }] }] };

    private static PersonaReport Persona(string name, string? summary) => new()
    {
        Persona = name,
        Output = summary is null ? null : Said(summary),
        Error = summary is null ? "The models did not answer in time." : null,
        Model = summary is null ? null : "m",
        StartSeconds = 0,
        Seconds = 4.5,
    };
}
