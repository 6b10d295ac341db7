using System.Text;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Reports;

namespace Workflows.Cli.Output;

/// <summary>Where a report goes, and in which form.</summary>
internal sealed class ReportOutput
{
    private readonly ReviewReportFormat _format;
    private readonly CliServices _services;
    private readonly string? _file;

    private ReportOutput(string? file, ReviewReportFormat format, CliServices services)
    {
        _file = file;
        _format = format;
        _services = services;
    }

    /// <summary>Checks the file's place before anything runs.</summary>
    /// <param name="file">The file; null or <c>-</c>: standard output.</param>
    /// <param name="format">The form.</param>
    /// <param name="services">The streams.</param>
    /// <exception cref="CliException">No file can be written there.</exception>
    public static ReportOutput Prepare(string? file, ReviewReportFormat format, CliServices services)
    {
        if (file is null or "-")
        {
            return new ReportOutput(null, format, services);
        }

        if (string.IsNullOrWhiteSpace(file) || file.Contains('\0', StringComparison.Ordinal))
        {
            throw CliException.BadUsage("--output: name a file");
        }

        string full = Path.GetFullPath(file);
        if (Directory.Exists(full))
        {
            throw CliException.BadUsage($"--output: {file} is a folder; name a file");
        }

        return Directory.Exists(Path.GetDirectoryName(full))
            ? new ReportOutput(full, format, services)
            : throw CliException.BadUsage($"--output: the folder of {file} does not exist");
    }

    /// <summary>Writes the report: to a file whole or not at all.</summary>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public async Task WriteAsync(ReviewReport report)
    {
        using StringWriter text = new();
        ReportWriter.Write(report, _format, text);
        if (_file is null)
        {
            await _services.Console.Output.WriteAsync(text.ToString());
            await _services.Console.Output.FlushAsync();
            return;
        }

        try
        {
            await AtomicFile.WriteAsync(_file, Encoding.UTF8.GetBytes(text.ToString()), _services.FreshSuffix());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.Failed($"--output: {_file} cannot be written: {e.Message} The report is kept: print it with: workflows resume {report.Id}", e);
        }

        _services.Console.Say($"the report is in {_file}");
    }
}
