using System.CommandLine;
using Workflows.Cli.Output;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Cli.Commands;

/// <summary>The options that say in which form a report is written, and where.</summary>
internal sealed class ReportOptions
{
    /// <summary>The form.</summary>
    public Option<string?> Format { get; } = new("--format") { Description = "text (default), markdown, json or sarif.", HelpName = "FORMAT" };

    /// <summary>The file.</summary>
    public Option<string?> Output { get; } = new("--output") { Description = "Write the report to a file, whole or not at all. Default: standard output.", HelpName = "FILE" };

    /// <summary>Where and how the report is to be written; the file's folder is looked at now, so that nothing runs in vain.</summary>
    /// <exception cref="CliException">An option cannot be used.</exception>
    public ReportOutput Read(ParseResult parsed, CliServices services)
    {
        string text = parsed.GetValue(Format) ?? "text";
        ReviewReportFormat format = text.ToLowerInvariant() switch
        {
            "text" => ReviewReportFormat.Text,
            "markdown" or "md" => ReviewReportFormat.Markdown,
            "json" => ReviewReportFormat.Json,
            "sarif" => ReviewReportFormat.Sarif,
            _ => throw CliException.BadUsage($"--format: '{text}' is none of text, markdown, json, sarif"),
        };
        return ReportOutput.Prepare(parsed.GetValue(Output), format, services);
    }
}
