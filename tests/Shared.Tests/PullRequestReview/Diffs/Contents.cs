using FsCheck;
using FsCheck.Fluent;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

/// <summary>Generated file contents: few different lines, so that many are equal, and among them those that look like parts of a diff.</summary>
internal static class Contents
{
    private static readonly string[] Alphabet =
    [
        "", "a", "b", "    return x;", "{", "}", "-- a/x", "++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x", "\\ No newline at end of file", " ", "\t", "한글", "--- a", "- ",
    ];

    public static Gen<List<string>> Lines =>
        Gen.Choose(0, 30).SelectMany(count => Gen.ArrayOf(Gen.Elements(Alphabet), count)).Select(lines => lines.ToList());

    /// <summary>A text and an edited copy of it.</summary>
    public static Arbitrary<(List<string> Old, List<string> New)> Pairs => Lines
        .SelectMany(old => Gen.ArrayOf(Gen.Choose(0, 99), 6).SelectMany(dice => Lines.Select(other => (Old: old, New: Edit(old, other, dice)))))
        .ToArbitrary();

    private static List<string> Edit(List<string> old, List<string> other, int[] dice)
    {
        var edited = new List<string>(old);
        for (var i = 0; i + 1 < dice.Length; i += 2)
        {
            var at = edited.Count == 0 ? 0 : dice[i] % edited.Count;
            if (dice[i + 1] % 2 == 0 && edited.Count > 0)
            {
                edited.RemoveAt(at);
            }
            else
            {
                edited.InsertRange(at, other.Take(dice[i + 1] % 4));
            }
        }

        return edited;
    }
}
