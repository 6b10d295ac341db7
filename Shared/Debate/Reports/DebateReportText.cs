using System.Globalization;
using System.Text;

namespace Workflows.Shared.Debate.Reports;

/// <summary>A debate's report for people. Whatever models or callers wrote is made safe to show.</summary>
public static class DebateReportText
{
    private const int LongestBlock = 8_000;
    private const int LongestLine = 1_000;

    /// <summary>As plain text, with a line's end at its end.</summary>
    /// <param name="report">The report.</param>
    public static string Plain(DebateReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        Line(text, SafeText.Line(report.Goal, LongestLine));
        Line(text, Head(report));
        Line(text, "");
        Line(text, SafeText.Block(report.Synthesis.Summary, LongestBlock));
        Claims(text, report.Synthesis, "\n  {0}. {1}\n", "     [{0}] \"{1}\"\n");
        foreach (PersonaReport persona in report.Personas.SkipLast(1))
        {
            Line(text, "");
            Line(text, $"{persona.Persona} ({Time(persona)})");
            Line(text, Said(persona));
        }

        List(text, "\nWhat went another way:\n", "  - {0}\n", report.Fallbacks);
        List(text, "\nWhat the gate found:\n", "  - {0}\n", report.Gate.Reasons);
        return text.ToString();
    }

    /// <summary>As Markdown, with a line's end at its end.</summary>
    /// <param name="report">The report.</param>
    public static string Markdown(DebateReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        Line(text, $"# {Escaped(SafeText.Line(report.Goal, LongestLine))}\n\n{Escaped(Head(report))}\n\n## Synthesis\n\n{Escaped(SafeText.Block(report.Synthesis.Summary, LongestBlock))}");
        Claims(text, report.Synthesis, "\n{0}. {1}\n", "   - `{0}`: “{1}”\n", Escaped);
        foreach (PersonaReport persona in report.Personas.SkipLast(1))
        {
            Line(text, $"\n## {Capital(persona.Persona)}\n\n_{Time(persona)}_\n\n{Escaped(Said(persona))}");
        }

        List(text, "\n## What went another way\n\n", "- {0}\n", report.Fallbacks.Select(Escaped));
        List(text, "\n## What the gate found\n\n", "- {0}\n", report.Gate.Reasons.Select(Escaped));
        return text.ToString();
    }

    private static string Head(DebateReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(report.Mode == DebateMode.Parallel ? "parallel" : "sequential")} ({report.ModeReason}), complexity {report.Complexity}, {report.Seconds:0.0} s, gate {report.Gate.Status}: {report.Gate.Supported} of {report.Gate.Claims} claims supported, {report.Gate.Standing} of {report.Gate.Citations} citations stand");

    private static void Claims(StringBuilder text, PersonaOutput output, string claimLine, string citationLine, Func<string, string>? escape = null)
    {
        for (int i = 0; i < output.Claims.Count; i++)
        {
            text.Append(string.Format(CultureInfo.InvariantCulture, claimLine, i + 1, Shown(output.Claims[i].Text)));
            foreach (Citation citation in output.Claims[i].Citations)
            {
                text.Append(string.Format(CultureInfo.InvariantCulture, citationLine, SafeText.Line(citation.EvidenceId, 64).Replace("`", "", StringComparison.Ordinal), Shown(citation.Quote)));
            }
        }

        string Shown(string words) => SafeText.Line(words, LongestLine) is var line && escape is null ? line : escape!(line);
    }

    private static void List(StringBuilder text, string head, string line, IEnumerable<string> entries)
    {
        bool any = false;
        foreach (string entry in entries)
        {
            text.Append(any ? "" : head).Append(string.Format(CultureInfo.InvariantCulture, line, SafeText.Line(entry, LongestLine)));
            any = true;
        }
    }

    private static string Time(PersonaReport persona) => string.Create(
        CultureInfo.InvariantCulture, $"from {persona.StartSeconds:0.0} s, {persona.Seconds:0.0} s{(persona.Retried ? ", at the second try" : "")}{(persona.Model is { } model ? $", {SafeText.Line(model, 100)}" : "")}");

    private static string Said(PersonaReport persona) => persona.Output is { } output ? SafeText.Block(output.Summary, LongestBlock) : $"No answer: {SafeText.Line(persona.Error)}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>Nothing that a model wrote becomes markup.</summary>
    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char c in text)
        {
            _ = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' or '&' ? escaped.Append('\\').Append(c) : escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
