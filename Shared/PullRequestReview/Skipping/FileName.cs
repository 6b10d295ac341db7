namespace Workflows.Shared.PullRequestReview.Skipping;

/// <summary>Takes paths apart by <c>/</c> alone, as git writes them on every system.</summary>
internal static class FileName
{
    public static string Of(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The extension with its dot, lower case; empty for none, and for a name that only starts with a dot.</summary>
    public static string Extension(string name) =>
        name.LastIndexOf('.') is var dot and > 0 ? name[dot..].ToLowerInvariant() : "";

    /// <summary>True when one of the path's folders has a name of the set.</summary>
    public static bool HasFolder(string path, IReadOnlySet<string> folders)
    {
        var parts = path.Split('/');
        return parts.SkipLast(1).Any(folders.Contains);
    }
}
