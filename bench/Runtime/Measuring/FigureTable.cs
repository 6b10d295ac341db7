using System.Globalization;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>Writes figures as one aligned table.</summary>
internal static class FigureTable
{
    private static readonly string[] Head = ["measure", "sync", "figure", "value", "unit", "limit", "ratio", ""];

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Figure> figures)
    {
        List<string[]> rows = [Head, .. figures.Select(Row)];
        int[] widths = [.. Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => IsNumber(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>A number with about four digits that count.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        return value.ToString(size == Math.Floor(size) || size >= 1000 ? "N0" : size >= 100 ? "F1" : size >= 10 ? "F2" : "F3", CultureInfo.InvariantCulture);
    }

    private static bool IsNumber(int column) => column is 3 or 5 or 6;

    private static string[] Row(Figure figure) =>
    [
        figure.Measure,
        figure.Sync,
        figure.Name,
        Number(figure.Value),
        figure.Unit,
        figure.Limit is { } limit ? (figure.AtLeast ? "≥ " : "≤ ") + Number(limit) : "",
        figure.Ratio is { } ratio ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "",
        figure.Limit is null ? "" : figure.Kept ? "kept" : figure.Binding ? "BROKEN" : "missed",
    ];
}
