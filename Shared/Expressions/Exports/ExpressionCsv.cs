using System.Text;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>CSV as RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal static class ExpressionCsv
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create(",\"\r\n");

    public static string Write(IEnumerable<FoundExpression> expressions)
    {
        StringBuilder csv = new();
        Append(csv, ExpressionColumns.All.Select(column => column.Name));
        foreach (FoundExpression one in expressions)
        {
            Append(csv, ExpressionColumns.All.Select(column => column.Value(one)));
        }

        return csv.ToString();
    }

    private static void Append(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(cell => Escaped(Inert(cell)))).Append("\r\n");

    private static string Escaped(string cell) => cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static string Inert(string cell)
    {
        string rest = cell.TrimStart();
        bool isFormula = rest.Length > 0 && rest[0] is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
        return isFormula || (cell.Length > 0 && cell[0] is '\t' or '\r' or '\n') ? "'" + cell : cell;
    }
}
