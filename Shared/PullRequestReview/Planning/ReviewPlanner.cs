using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Skipping;

namespace Workflows.Shared.PullRequestReview.Planning;

/// <summary>Reads a diff and decides, by rules alone, which files are reviewed and what the models see of them.</summary>
public static class ReviewPlanner
{
    /// <summary>The most files that one review looks at.</summary>
    public const int MaxFiles = 500;

    /// <summary>The most that one review shows to models, in estimated tokens over all reviewed files.</summary>
    public const int MaxTokens = 1_000_000;

    /// <summary>The most of one file that models see, in estimated tokens. Over 100,000 only the primary model's context takes it (document 000, section 5).</summary>
    public const int MaxFileTokens = 200_000;

    /// <summary>The most of all files together that the tasks across files see, in estimated tokens.</summary>
    public const int OverviewTokens = 80_000;

    private const int LeastOverviewShare = 400;

    /// <summary>Plans the review of a diff. Linear in the diff's length.</summary>
    /// <param name="diff">The text of the diff.</param>
    /// <exception cref="InvalidDiffException">The text is empty, no diff, or too much for one review; the message says what to do.</exception>
    public static ReviewPlan Plan(string diff)
    {
        IReadOnlyList<DiffFile> parsed = UnifiedDiff.Parse(diff).Files;
        Dictionary<string, int> parts = parsed.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        List<PlannedFile> files = [.. parsed.Select((file, index) => Plan(file, index) with { Note = NoteOf(file, parts[file.Path]) })];
        List<PlannedFile> reviewed = [.. files.Where(file => file.IsReviewed)];
        int tokens = reviewed.Sum(file => file.Tokens);
        if (reviewed.Count > MaxFiles || tokens > MaxTokens)
        {
            throw new InvalidDiffException(
                $"The diff is too large for one review: {reviewed.Count} files to review with about {tokens:N0} tokens, the limit is {MaxFiles} files and {MaxTokens:N0} tokens. "
                + "Review it in parts: git diff BASE...HEAD -- PATH");
        }

        (string overview, List<string> left) = Overview(reviewed);
        return new ReviewPlan { Files = files, Overview = overview, NotInOverview = left };
    }

    /// <summary>A series of patches shows a file once a commit, each time as it stood then.</summary>
    private static string? NoteOf(DiffFile file, int parts) => parts == 1
        ? null
        : $"patch {file.Part} of {parts} to this file: its lines are counted as of that commit; git diff BASE...HEAD shows the end result";

    private static string? Omitted(DiffFile file, RenderedDiff shown) =>
        file.Truncated ? "its diff is cut off or damaged: a hunk has other lines than its header says; make it anew with git diff"
        : shown.IsComplete ? null
        : $"{shown.OmittedLines:N0} of its lines were too many to show to a model";

    private static PlannedFile Plan(DiffFile file, int index)
    {
        if (SkipRules.Evaluate(file) is { } skip)
        {
            return new PlannedFile { Index = index, Diff = file with { Hunks = [] }, SkipReason = skip.Text };
        }

        RenderedDiff shown = DiffRendering.ForModel(file, MaxFileTokens);
        return new PlannedFile
        {
            Index = index,
            Diff = file,
            Shown = shown.Text,
            Tokens = shown.Tokens,
            Omitted = Omitted(file, shown),
        };
    }

    /// <summary>
    /// Every file gets an equal share; what small files leave goes to the larger ones. Where the shares would become too small to begin a file,
    /// the largest files are left out.
    /// </summary>
    private static (string Text, List<string> Left) Overview(List<PlannedFile> files)
    {
        Dictionary<int, int> shares = Shares(files);
        List<string> parts = [];
        List<string> left = [];
        foreach (PlannedFile file in files)
        {
            int share = shares[file.Index];
            if (share >= file.Tokens)
            {
                parts.Add(file.Shown);
                continue;
            }

            // A long path alone can cost more than the share, and a long line the rest of it.
            RenderedDiff part = DiffRendering.ForModel(file.Diff, share);
            if (part.Tokens > share || part.OmittedLines == file.Diff.Hunks.Sum(hunk => hunk.Lines.Count))
            {
                left.Add(file.Diff.DisplayPath);
            }
            else
            {
                parts.Add(part.Text);
            }
        }

        return (string.Join('\n', parts), left);
    }

    private static Dictionary<int, int> Shares(List<PlannedFile> files)
    {
        Dictionary<int, int> shares = [];
        int rest = OverviewTokens - files.Count;
        int count = files.Count;
        foreach (PlannedFile file in files.OrderBy(file => file.Tokens).ThenBy(file => file.Index))
        {
            int sharers = Math.Clamp(rest / LeastOverviewShare, 1, count--);
            int share = Math.Min(file.Tokens, rest / sharers);
            share = share < Math.Min(LeastOverviewShare, file.Tokens) ? 0 : share;
            shares.Add(file.Index, share);
            rest -= share;
        }

        return shares;
    }
}
