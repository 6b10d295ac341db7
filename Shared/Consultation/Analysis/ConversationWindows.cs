using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;

namespace Workflows.Shared.Consultation.Analysis;

/// <summary>
/// Cuts a long conversation into windows that a model can read. A window ends where a turn ends, and begins with the last turns of the one before it, so that an
/// answer is not parted from its question. No turn is lost; a turn that is too long for a window is cut at a blank.
/// </summary>
public static class ConversationWindows
{
    /// <summary>The size that a window has where the models' contexts allow it, in tokens by <see cref="TokenEstimate"/>: about forty minutes of Korean speech.</summary>
    public const int UsualTokens = 12_000;

    /// <summary>The smallest size of a window.</summary>
    public const int FewestTokens = 200;

    private const int MostRepeated = 2;
    private const int RepeatedShare = 10;

    /// <summary>The windows, of about the same size: each turn on a line with its speaker. A text in which nothing is said has none.</summary>
    /// <param name="conversation">The conversation; it is never trusted.</param>
    /// <param name="language">The language of the speakers' names.</param>
    /// <param name="tokens">The most tokens of a window, at least <see cref="FewestTokens"/>.</param>
    public static IReadOnlyList<string> Cut(string conversation, AnswerLanguage language, int tokens)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentOutOfRangeException.ThrowIfLessThan(tokens, FewestTokens);
        List<string> lines = [.. ConversationTurns.Read(conversation).SelectMany(turn => Pieces(turn, tokens / 2)).Select(turn => ConversationExcerpt.Line(turn, language))];
        List<int> costs = [.. lines.Select(line => TokenEstimate.Of(line) + 1)];
        long total = costs.Sum(cost => (long)cost);
        if (total <= tokens)
        {
            return lines.Count == 0 ? [] : [string.Join('\n', lines)];
        }

        // The repeated lines take their share of each window; evened out, the last window is no remnant.
        long room = tokens - (tokens / RepeatedShare);
        long even = (total / ((total + room - 1) / room)) + 1;
        List<string> windows = [];
        int from = 0;
        int first = 0;
        long fresh = 0;
        long used = 0;
        for (int at = 0; at < lines.Count; at++)
        {
            if (at > from && (fresh >= even || used + costs[at] > tokens))
            {
                windows.Add(string.Join('\n', lines[first..at]));
                (from, fresh) = (at, 0);
                first = Repeated(costs, at, tokens / RepeatedShare);
                used = costs[first..at].Sum(cost => (long)cost);
            }

            fresh += costs[at];
            used += costs[at];
        }

        windows.Add(string.Join('\n', lines[first..]));
        return windows;
    }

    /// <summary>The first of the lines before a window that it repeats.</summary>
    private static int Repeated(List<int> costs, int window, int most)
    {
        int first = window;
        int used = 0;
        while (first > 0 && window - first < MostRepeated && used + costs[first - 1] <= most)
        {
            first--;
            used += costs[first];
        }

        return first;
    }

    private static IEnumerable<Turn> Pieces(Turn turn, int longest)
    {
        string text = turn.Text;

        // No character costs more than a token, and the speaker's name finds room in the other half.
        while (text.Length > longest)
        {
            int blank = text.LastIndexOf(' ', longest - 1);
            int end = blank >= longest * 3 / 4 ? blank : longest;
            end = char.IsLowSurrogate(text[end]) && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
            yield return turn with { Text = text[..end].TrimEnd() };
            text = text[end..].TrimStart();
        }

        if (text.Length > 0)
        {
            yield return turn with { Text = text };
        }
    }
}
