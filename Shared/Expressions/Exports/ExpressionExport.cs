using System.Text.Json;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>Writes reports.</summary>
public static class ExpressionExport
{
    /// <summary>Whether a file in a format begins with a byte order mark: without one, spreadsheets take CSV for their machine's old encoding.</summary>
    /// <param name="format">The format.</param>
    public static bool IsMarked(ExpressionFormat format) => format == ExpressionFormat.Csv;

    /// <summary>The report in a format; it ends with a line end.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none.</exception>
    public static string Write(ExpressionReport report, ExpressionFormat format)
    {
        ArgumentNullException.ThrowIfNull(report);
        return format switch
        {
            ExpressionFormat.Text => ExpressionText.Write(report),
            ExpressionFormat.Json => JsonSerializer.Serialize(report, ExpressionJson.Indented) + "\n",
            ExpressionFormat.Csv => ExpressionCsv.Write(report.Expressions),
            ExpressionFormat.Anki => ExpressionAnki.Write(report.Expressions),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The format is none of text, JSON, CSV and Anki."),
        };
    }
}
