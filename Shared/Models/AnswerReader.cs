namespace Workflows.Shared.Models;

/// <summary>
/// Finds the structured answer in what a model sent, wherever a server or a model may have put it: in <c>content</c> or in
/// <c>reasoning_content</c>, after a thought, inside a Markdown fence, between sentences.
/// </summary>
public static class AnswerReader
{
    /// <summary>Longest answer that is looked at, in characters.</summary>
    public const int MaxLength = 2_000_000;

    private const int MaxErrorLength = 1_000;
    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    /// <summary>
    /// Reads an answer: the JSON object that is valid by the schema, in the content, else in the reasoning content. Several different ones in
    /// the content are an error, for one may be a draft or a quotation of the data. In a thought, be it the reasoning content or a content that
    /// never left it, only an object with which it ends counts; those before are drafts.
    /// The work is linear in the length and never throws for anything a model may send.
    /// </summary>
    /// <param name="content">The message's content, or null.</param>
    /// <param name="reasoningContent">The message's reasoning content, or null.</param>
    /// <param name="schema">What the answer must look like.</param>
    public static AnswerReading Read(string? content, string? reasoningContent, AnswerSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        string? error = null;
        foreach (var (text, isReasoning) in new[] { (content, false), (reasoningContent, true) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (text.Length > MaxLength)
            {
                error ??= "The answer is far too long.";
                continue;
            }

            var search = new JsonSearch(schema);
            var (answer, isThought) = WithoutThought(text, isReasoning);
            if ((isThought ? search.FindLast(answer) : search.FindOnly(answer)) is { } value)
            {
                return new AnswerReading { Value = value };
            }

            error ??= search.Error;
        }

        return new AnswerReading { Error = Bounded(error ?? "The answer is empty.") };
    }

    /// <summary>Reads an answer in plain text: the content without its thought; null when there is none.</summary>
    /// <param name="content">The message's content, or null.</param>
    public static string? ReadText(string? content)
    {
        if (content is null || content.Length > MaxLength)
        {
            return null;
        }

        var end = content.LastIndexOf(ThoughtEnd, StringComparison.OrdinalIgnoreCase);
        var text = (end < 0 ? content : content[(end + ThoughtEnd.Length)..]).AsSpan().Trim("\uFEFF \t\r\n");
        return text.Length == 0 || text.StartsWith(ThoughtStart, StringComparison.OrdinalIgnoreCase) ? null : text.ToString();
    }

    /// <summary>
    /// What follows the thought. An answer that starts with its object holds no thought, even when a text in it names the tag;
    /// a thought whose start the server's template has already written has only its end.
    /// </summary>
    private static (string Text, bool IsThought) WithoutThought(string text, bool isReasoning)
    {
        var start = text.AsSpan().Trim("\uFEFF \t\r\n");
        if (start.StartsWith("{") || start.StartsWith("```"))
        {
            return (text, false);
        }

        var end = text.IndexOf(ThoughtEnd, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            return (text, isReasoning || start.StartsWith(ThoughtStart, StringComparison.OrdinalIgnoreCase));
        }

        // With nothing behind the thought, an answer that was written into it is better than none.
        var rest = text[(end + ThoughtEnd.Length)..];
        return rest.Contains('{') ? (rest, false) : (text, true);
    }

    private static string Bounded(string error) => error.Length <= MaxErrorLength ? error : string.Concat(error.AsSpan(0, MaxErrorLength - 1), "…");
}
