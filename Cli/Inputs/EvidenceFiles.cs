using System.Globalization;
using Workflows.Shared.Debate;

namespace Workflows.Cli.Inputs;

/// <summary>Evidence documents from files and folders: of a folder all its texts (.md, .txt), also below it, in the order of their names, without those that links lead to.</summary>
internal static class EvidenceFiles
{
    // All evidence in one file, in Korean.
    private const int MaxBytes = 6 * 1024 * 1024;
    private const int LongestId = 64;
    private static readonly string[] Kinds = [".md", ".txt"];

    // A link would bring in a document twice, or what lies outside.
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>Reads them.</summary>
    /// <param name="places">Files and folders.</param>
    /// <param name="what">What they were named as, to begin an error with.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="CliException">One cannot be read, or a folder has no texts.</exception>
    public static async Task<IReadOnlyList<EvidenceDocument>> ReadAsync(IEnumerable<string> places, string what, CancellationToken cancellation)
    {
        List<EvidenceDocument> documents = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach ((string path, string title) in places.SelectMany(place => Files(place, what)))
        {
            string text = Utf8Text.Decode(await BoundedFile.ReadAsync(path, what, MaxBytes, cancellation), $"{what}: {path}");
            if (string.IsNullOrWhiteSpace(text))
            {
                throw CliException.BadUsage($"{what}: {path} is empty");
            }

            documents.Add(new EvidenceDocument { Id = Free(Id(title), ids), Title = title, Text = text });
        }

        return documents;
    }

    private static IEnumerable<(string Path, string Title)> Files(string place, string what)
    {
        if (!Directory.Exists(place))
        {
            return [(place, Path.GetFileName(place))];
        }

        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(place, "*", Below).Where(file => Kinds.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal).Take(DebateRules.MostDocuments + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadUsage($"{what}: {place} cannot be read: {e.Message}", e);
        }

        return files.Length == 0
            ? throw CliException.BadUsage($"{what}: the folder {place} has no texts ({string.Join(", ", Kinds)})")
            : files.Select(file => (file, Path.GetRelativePath(place, file).Replace('\\', '/')));
    }

    /// <summary>The name, as far as an id can hold it.</summary>
    private static string Id(string title)
    {
        string id = new([.. title.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')]);
        return id.Length > LongestId ? id[^LongestId..] : id;
    }

    private static string Free(string id, HashSet<string> ids)
    {
        string free = id;
        for (int number = 2; !ids.Add(free); number++)
        {
            string suffix = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            free = (id.Length + suffix.Length > LongestId ? id[..(LongestId - suffix.Length)] : id) + suffix;
        }

        return free;
    }
}
