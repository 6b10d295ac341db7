namespace Workflows.Activities.Content;

/// <summary>What keys of the content store may be: nothing that a file system or a URL could take for something else.</summary>
internal static class ContentKey
{
    private const int Longest = 400;

    /// <exception cref="ArgumentException">The key is none.</exception>
    public static void Check(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length is 0 or > Longest || key.Split('/') is not [.. var names] || !names.All(IsName))
        {
            throw new ArgumentException("A key has names of letters, digits, '-', '_' and '.', separated by '/', none of them beginning with '.'.", nameof(key));
        }
    }

    /// <exception cref="ArgumentException">The folder is none.</exception>
    public static void CheckFolder(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Check(folder.EndsWith('/') ? folder[..^1] : "");
    }

    private static bool IsName(string name) => name.Length > 0 && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
