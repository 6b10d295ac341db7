using System.Globalization;
using System.Text;
using Workflows.Shared.Consultation;

namespace Workflows.Cli.Analyses;

/// <summary>A batch's report for people: the analyses, and apart from them what was not analysed.</summary>
internal static class BatchReportText
{
    /// <summary>The text, with a line's end at its end.</summary>
    public static string Of(BatchReport report)
    {
        ConsultationResult[] analysed = [.. report.Results.Where(result => result.Error is null)];
        ConsultationResult[] failed = [.. report.Results.Where(result => result.Error is not null)];
        StringBuilder text = new();
        Line(text, string.Create(
            CultureInfo.InvariantCulture,
            $"{report.BatchId}: {analysed.Length} of {report.Results.Count} consultations analysed in {report.TotalProcessingTime:0.0} s, completed {report.CompletedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z"));
        foreach (ConsultationResult result in analysed)
        {
            text.Append('\n');
            Analysis(text, result);
        }

        if (failed.Length > 0)
        {
            text.Append("\nNot analysed:\n");
            foreach (ConsultationResult result in failed)
            {
                Line(text, $"{result.ConsultationId}: {result.Error}", "  ");
            }
        }

        return text.ToString();
    }

    private static void Analysis(StringBuilder text, ConsultationResult result)
    {
        Line(text, $"{result.ConsultationId}  {result.Titles?.Descriptive}");
        Line(text, $"customer  {result.Summary?.Customer}", "  ");
        Line(text, $"agent     {result.Summary?.Agent}", "  ");
        Line(text, $"result    {result.Summary?.Result}", "  ");
        Line(text, $"keywords  {string.Join(", ", result.Keywords ?? [])}", "  ");
        Line(text, $"title     {result.Titles?.Keyword}", "  ");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"quality   {result.QualityScore:0.00}, {result.ProcessingTime:0.0} s"), "  ");
    }

    private static void Line(StringBuilder text, string line, string indent = "") => text.Append(indent).Append(CliConsole.OneLine(line)).Append('\n');
}
