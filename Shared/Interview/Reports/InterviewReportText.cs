using System.Globalization;
using System.Text;

namespace Workflows.Shared.Interview.Reports;

/// <summary>An interview's report for people. Whatever models, candidates or callers wrote is made safe to show.</summary>
public static class InterviewReportText
{
    private const int LongestBlock = 4_000;
    private const int LongestLine = 1_000;

    /// <summary>As plain text, with a line's end at its end.</summary>
    /// <param name="report">The report.</param>
    public static string Of(InterviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        StringBuilder text = new();
        string score = report.Score is { } mean ? string.Create(CultureInfo.InvariantCulture, $", mean score {mean:0.0#} of 5") : "";
        Line(text, $"Interview for {SafeText.Line(report.Role, LongestLine)}: {Status(report.Status)}, {report.Stages.Count(stage => stage.AnsweredAt is not null)} of {report.StagesInAll} questions answered{score}");
        if (report.Summary is { } summary)
        {
            Line(text, "");
            Line(text, SafeText.Block(summary.Overall, LongestBlock));
            List(text, "Strengths", summary.Strengths);
            List(text, "Concerns", summary.Concerns);
            List(text, "Next steps", summary.NextSteps);
        }

        foreach (StageReport stage in report.Stages)
        {
            Write(text, stage);
        }

        List(text, "Missing", report.Missing);
        return text.ToString();
    }

    private static void Write(StringBuilder text, StageReport stage)
    {
        string score = stage.Analysis is { } analysis ? string.Create(CultureInfo.InvariantCulture, $": {analysis.Score} of 5{(analysis.Mode == AnalysisMode.Light ? " (light)" : "")}") : "";
        Line(text, "");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"{stage.Number}. {SafeText.Line(stage.Name, LongestLine)}{score}"));
        Line(text, $"   Q: {SafeText.Line(stage.Question, LongestLine)}");
        if (stage.Answer is { } answer)
        {
            Line(text, $"   A: {SafeText.Block(answer, LongestBlock).Replace("\n", "\n      ", StringComparison.Ordinal)}");
        }

        if (stage.Analysis is { } found)
        {
            Line(text, $"   {SafeText.Line(found.Summary, LongestLine)}");
            found.Strengths.ToList().ForEach(point => Line(text, $"   + {SafeText.Line(point, LongestLine)}"));
            found.Concerns.ToList().ForEach(point => Line(text, $"   - {SafeText.Line(point, LongestLine)}"));
        }

        if (stage.Video is { } video)
        {
            Line(text, $"   video: {SafeText.Line(video.Expression, LongestLine)} {SafeText.Line(video.Gaze, LongestLine)}");
        }

        stage.Notes.ToList().ForEach(note => Line(text, $"   note: {SafeText.Line(note, LongestLine)}"));
    }

    private static string Status(InterviewEnd status) => status switch
    {
        InterviewEnd.Complete => "complete",
        InterviewEnd.Partial => "partial",
        _ => "expired",
    };

    private static void List(StringBuilder text, string title, IReadOnlyList<string> points)
    {
        if (points.Count > 0)
        {
            Line(text, $"\n{title}:");
            points.ToList().ForEach(point => Line(text, $"  - {SafeText.Line(point, LongestLine)}"));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
