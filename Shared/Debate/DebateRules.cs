namespace Workflows.Shared.Debate;

/// <summary>What a debate's request must keep to.</summary>
public static class DebateRules
{
    /// <summary>The longest goal, in characters.</summary>
    public const int LongestGoal = 8_000;

    /// <summary>The longest plan.</summary>
    public const int LongestPlan = 20_000;

    /// <summary>The longest context.</summary>
    public const int LongestContext = 40_000;

    /// <summary>The most evidence documents.</summary>
    public const int MostDocuments = 200;

    /// <summary>The most characters of all evidence together, titles included.</summary>
    public const int LongestEvidence = 2_000_000;

    private const int LongestId = 64;
    private const int LongestTitle = 500;

    /// <summary>The field at fault and what is wrong with it; null: nothing is.</summary>
    /// <param name="request">The request.</param>
    public static (string Field, string Fault)? Check(DebateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Goal))
        {
            return ("goal", "The goal is missing or empty.");
        }

        return TooLong("goal", request.Goal, LongestGoal)
            ?? TooLong("plan", request.Plan, LongestPlan)
            ?? TooLong("context", request.Context, LongestContext)
            ?? (request.Complexity is < 1 or > 10 ? ("complexity", "The complexity is a whole number from 1 to 10; without it, it is estimated.") : Documents(request.Evidence));
    }

    /// <summary>Whether a text can be a document's id.</summary>
    /// <param name="id">The text.</param>
    public static bool IsDocumentId(string? id) => id?.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static (string, string)? Documents(IReadOnlyList<EvidenceDocument> documents)
    {
        if (documents.Count > MostDocuments)
        {
            return ("evidence", $"There are {documents.Count:N0} evidence documents; a debate takes at most {MostDocuments}.");
        }

        HashSet<string> ids = new(StringComparer.Ordinal);
        long length = 0;
        for (int i = 0; i < documents.Count; i++)
        {
            EvidenceDocument document = documents[i];
            if (!IsDocumentId(document.Id))
            {
                return ($"evidence[{i}].id", $"An evidence document's id has 1 to {LongestId} letters, digits, '-', '_' and '.'.");
            }

            if (!ids.Add(document.Id))
            {
                return ($"evidence[{i}].id", $"The id '{document.Id}' is that of another evidence document too.");
            }

            if (string.IsNullOrWhiteSpace(document.Text))
            {
                return ($"evidence[{i}].text", "The text is missing or empty.");
            }

            if (document.Title.Length > LongestTitle)
            {
                return ($"evidence[{i}].title", $"The title is longer than {LongestTitle} characters.");
            }

            length += document.Title.Length + document.Text.Length;
        }

        return length > LongestEvidence ? ("evidence", $"The evidence has more than {LongestEvidence:N0} characters together; give less of it.") : null;
    }

    private static (string, string)? TooLong(string field, string? text, int most) => text?.Length > most ? (field, $"The {field} is longer than {most:N0} characters.") : null;
}
