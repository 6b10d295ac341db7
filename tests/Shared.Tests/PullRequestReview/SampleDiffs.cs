using System.Globalization;
using System.Text;
using Workflows.Shared.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview;

/// <summary>The diffs kept beside the tests, made by git and GNU diff.</summary>
internal static class SampleDiffs
{
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.diff").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "PullRequestReview", "diffs");

    public static string Text(string name) => DiffText.Decode(File.ReadAllBytes(Path.Combine(Folder, name)));

    public static UnifiedDiff Read(string name) => UnifiedDiff.Parse(Text(name));

    /// <summary>One line a file, for comparing with an expectation by eye.</summary>
    public static string Summary(UnifiedDiff diff)
    {
        var text = new StringBuilder();
        foreach (var file in diff.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.Kind} {file.DisplayPath}");
            text.Append(file.OldPath is null ? "" : " <- " + Printable.Path(file.OldPath));
            text.Append(CultureInfo.InvariantCulture, $" +{file.AddedLines} -{file.RemovedLines} @{file.Hunks.Count}");
            text.Append(file.Part > 1 ? " part " + file.Part : "");
            text.Append(file.IsBinary ? " binary" : "").Append(file.IsCombined ? " combined" : "").Append(file.Truncated ? " truncated" : "");
            text.Append(file.OldMode == file.NewMode ? "" : $" {file.OldMode ?? "none"}>{file.NewMode ?? "none"}");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
