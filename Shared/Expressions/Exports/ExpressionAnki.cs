using System.Text;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>A text file that Anki imports: header lines, then a note on each line.</summary>
internal static class ExpressionAnki
{
    public static string Write(IEnumerable<FoundExpression> expressions)
    {
        StringBuilder notes = new("#separator:tab\n#html:false\n");
        notes.Append("#columns:").AppendJoin('\t', ExpressionColumns.All.Select(column => column.Name)).Append('\n');
        foreach (FoundExpression one in expressions)
        {
            notes.AppendJoin('\t', ExpressionColumns.All.Select(column => Field(column.Value(one)))).Append('\n');
        }

        return notes.ToString();
    }

    // A line that begins with "#" is a comment, and quotation marks enclose fields: such fields are enclosed.
    private static string Field(string text)
    {
        string line = string.Join(' ', text.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.StartsWith('#') || line.Contains('"', StringComparison.Ordinal) ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }
}
