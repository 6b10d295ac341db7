namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>Whether a finding speaks of names that the model was not shown.</summary>
public static class SymbolCheck
{
    /// <summary>
    /// True when the text names identifiers in backticks and none of them occurs in what was shown. One known name is enough to pass:
    /// a good finding often names what should be used instead as well. A plain lower-case word is no proof of an invention: it may be
    /// the keyword whose absence the finding is about.
    /// </summary>
    /// <param name="text">Title and message of the finding.</param>
    /// <param name="shown">What the model saw.</param>
    public static bool NamesOnlyUnknown(string text, string shown)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(shown);
        bool any = false;
        foreach (string name in Names(text))
        {
            any |= !name.All(char.IsAsciiLetterLower);
            if (shown.Contains(name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>The identifiers that stand in backticks; of a quoted expression each identifier of two letters or more.</summary>
    private static IEnumerable<string> Names(string text)
    {
        string[] parts = text.Split('`');
        for (int i = 1; i < parts.Length - 1; i += 2)
        {
            int start = -1;
            for (int at = 0; at <= parts[i].Length; at++)
            {
                bool inside = at < parts[i].Length && (char.IsLetterOrDigit(parts[i][at]) || parts[i][at] == '_');
                if (inside && start < 0)
                {
                    start = at;
                }
                else if (!inside && start >= 0)
                {
                    if (at - start >= 2 && !char.IsDigit(parts[i][start]))
                    {
                        yield return parts[i][start..at];
                    }

                    start = -1;
                }
            }
        }
    }
}
