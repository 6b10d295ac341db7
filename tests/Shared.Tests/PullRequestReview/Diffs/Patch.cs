using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Diffs;

/// <summary>Applies a parsed diff, by its line numbers, to the lines it was made from.</summary>
internal static class Patch
{
    /// <summary>The new lines, made of the old ones and the diff alone.</summary>
    public static List<string> Apply(DiffFile file, IReadOnlyList<string> oldLines)
    {
        var result = new List<string>();
        var taken = 0;
        foreach (var line in file.Hunks.SelectMany(hunk => hunk.Lines))
        {
            if (line.OldNumber is { } number)
            {
                while (taken < number - 1)
                {
                    result.Add(oldLines[taken++]);
                }

                Assert.Equal(oldLines[number - 1], Raw(line));
                taken = number;
            }
            else
            {
                while (result.Count < line.NewNumber - 1)
                {
                    result.Add(oldLines[taken++]);
                }
            }

            if (line.NewNumber is { } newNumber)
            {
                Assert.Equal(newNumber, result.Count + 1);
                result.Add(Raw(line));
            }
        }

        result.AddRange(oldLines.Skip(taken));
        return result;
    }

    /// <summary>The line that a side shows under a number; null when it shows none.</summary>
    public static string? Shown(DiffFile file, DiffSide side, int number) =>
        file.Hunks.SelectMany(hunk => hunk.Lines).FirstOrDefault(line => line.NumberOn(side) == number)?.Text;

    private static string Raw(DiffLine line) => line.CarriageReturn ? line.Text + "\r" : line.Text;
}
