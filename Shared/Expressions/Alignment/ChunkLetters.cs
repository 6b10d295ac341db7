using Workflows.Shared.Expressions.Chunks;
using Workflows.Shared.Text;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>The letters of a chunk.</summary>
internal static class ChunkLetters
{
    public static IReadOnlyList<SpokenLetter> Of(SubtitleChunk chunk)
    {
        int[] scenes = ChunkWords.Scenes(chunk.Cues);
        List<SpokenLetter> letters = [];
        for (int cue = 0; cue < chunk.Cues.Count; cue++)
        {
            bool begins = true;
            foreach (char c in UnicodeText.Unify(chunk.Cues[cue].Text))
            {
                bool isLetter = IsLetter(c);
                if (isLetter)
                {
                    letters.Add(new SpokenLetter(char.ToLowerInvariant(c), begins, cue, scenes[cue]));
                }

                begins = !isLetter;
            }
        }

        return letters;
    }

    /// <summary>The words of an expression, each in its letters alone.</summary>
    public static List<string> Words(string expression) =>
        [.. UnicodeText.Unify(expression).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(IsLetter).Select(char.ToLowerInvariant)))
            .Where(word => word.Length > 0)];

    // The halves of a letter beyond 16 bits are compared as they are.
    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
