using System.Text;
using System.Text.RegularExpressions;

namespace Workflows.Shared.Expressions.Exports;

/// <summary>
/// A text file that Anki imports: header lines, then a note on each line. Anki is told that no field is HTML. A tag in brackets that would play a sound or run LaTeX when the card is shown gets a blank behind
/// its bracket, which makes it text.
/// </summary>
internal static partial class ExpressionAnki
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
        string line = Tags().Replace(string.Join(' ', text.Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), "[ ");
        return line.StartsWith('#') || line.Contains('"', StringComparison.Ordinal) ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : line;
    }

    [GeneratedRegex(@"\[(?=sound:|anki:|latex\]|\${1,2}\])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
