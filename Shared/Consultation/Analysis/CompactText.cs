using System.Text;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>A text reduced to what counts when words are compared: its letters and digits in lower case. Korean compounds are written with and without blanks.</summary>
public static class CompactText
{
    /// <summary>The reduced text.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder compact = new(text.Length);
        foreach (char c in text)
        {
            // Halves of surrogate pairs are neither letters nor digits: of such scripts nothing can be told, and nothing breaks.
            if (char.IsLetterOrDigit(c))
            {
                compact.Append(char.ToLowerInvariant(c));
            }
        }

        return compact.ToString();
    }
}
