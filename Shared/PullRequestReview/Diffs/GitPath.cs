using System.Text;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>Reads paths as git and GNU diff write them: quoted like C strings where needed, with or without a prefix, before a tab and a time.</summary>
internal static class GitPath
{
    public const string DevNull = "/dev/null";

    /// <summary>The prefixes git uses by itself: a/ b/, and with <c>diff.mnemonicPrefix</c> commit, index, object, work tree, 1/ and 2/.</summary>
    private const string PrefixLetters = "abciow12";

    /// <summary>Reads the path of a <c>---</c>, <c>+++</c>, <c>rename</c> or <c>copy</c> line.</summary>
    public static string Read(ReadOnlySpan<char> text)
    {
        if (TryReadQuoted(text, out var path, out _))
        {
            return path;
        }

        var tab = text.IndexOf('\t');
        return (tab < 0 ? text : text[..tab]).ToString();
    }

    /// <summary>
    /// Splits the two paths of <c>diff --git a/x b/x</c>. Unquoted paths may hold blanks: then the split is where both sides name the
    /// same file, else (a rename, whose own lines tell better) at the first <c>" b/"</c> or the only blank.
    /// </summary>
    public static bool TrySplitHeader(ReadOnlySpan<char> text, out string left, out string right)
    {
        if (TryReadQuoted(text, out left, out var length))
        {
            right = length < text.Length && text[length] == ' ' ? Read(text[(length + 1)..]) : "";
            return right.Length > 0;
        }

        right = "";
        var split = text is [.., '"'] ? text.IndexOf(" \"") : IndexOfSplit(text);
        if (split <= 0 || split == text.Length - 1)
        {
            return false;
        }

        left = text[..split].ToString();
        right = Read(text[(split + 1)..]);
        return right.Length > 0;
    }

    /// <summary>Takes the prefixes off a pair of paths: none when both are equal, git's own, or (in a git header) any that leave the same path.</summary>
    public static (string Old, string New) StripPrefixes(string left, string right, bool gitHeader)
    {
        var (leftSlash, rightSlash) = (left.IndexOf('/'), right.IndexOf('/'));
        if (left == right || leftSlash <= 0 || rightSlash <= 0)
        {
            return (left, right);
        }

        var known = leftSlash == 1 && rightSlash == 1 && left[0] != right[0]
            && PrefixLetters.Contains(left[0]) && PrefixLetters.Contains(right[0]);
        var same = gitHeader && left.AsSpan(leftSlash).SequenceEqual(right.AsSpan(rightSlash));
        return known || same ? (left[(leftSlash + 1)..], right[(rightSlash + 1)..]) : (left, right);
    }

    /// <summary>Takes a prefix off a path whose other side is <c>/dev/null</c>.</summary>
    public static string StripPrefix(string path, bool old) => path.StartsWith(old ? "a/" : "b/", StringComparison.Ordinal) ? path[2..] : path;

    private static int IndexOfSplit(ReadOnlySpan<char> text)
    {
        var middle = text.Length / 2;
        if (text.Length % 2 == 1 && text[middle] == ' ' && NamesSameFile(text[..middle], text[(middle + 1)..]))
        {
            return middle;
        }

        return IndexOfCustomPrefixSplit(text) is var custom and > 0 ? custom
            : text.IndexOf(" b/") is var known and > 0 ? known
            : text.Count(' ') == 1 ? text.IndexOf(' ') : -1;
    }

    private static bool NamesSameFile(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.SequenceEqual(right)
        || (left.IndexOf('/') is var slash and > 0 && slash == right.IndexOf('/') && left[slash..].SequenceEqual(right[slash..]));

    /// <summary>
    /// Prefixes of different lengths (<c>--src-prefix</c>): the blank at which what follows each side's first slash is equal. Whatever
    /// the slash on the right, its length fixes the blank, so each slash is tried once.
    /// </summary>
    private static int IndexOfCustomPrefixSplit(ReadOnlySpan<char> text)
    {
        var leftSlash = text.IndexOf('/');
        if (leftSlash <= 0)
        {
            return -1;
        }

        for (var slash = text.LastIndexOf('/'); slash > leftSlash; slash = text[..slash].LastIndexOf('/'))
        {
            var split = leftSlash + text.Length - slash;
            if (split >= slash)
            {
                return -1;
            }

            if (text[split] == ' ' && !text[split..slash].Contains('/') && text[leftSlash..split].SequenceEqual(text[slash..]))
            {
                return split;
            }
        }

        return -1;
    }

    private static bool TryReadQuoted(ReadOnlySpan<char> text, out string path, out int length)
    {
        path = "";
        length = 0;
        if (text is not ['"', ..])
        {
            return false;
        }

        var bytes = new List<byte>(text.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var i = 1; i < text.Length;)
        {
            if (text[i] == '"')
            {
                path = DiffText.DecodeUtf8OrLatin1(bytes.ToArray());
                length = i + 1;
                return true;
            }

            if (text[i] == '\\')
            {
                if (!TryReadEscape(text[(i + 1)..], bytes, out var used))
                {
                    return false;
                }

                i += 1 + used;
                continue;
            }

            _ = Rune.DecodeFromUtf16(text[i..], out var rune, out var chars);
            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            i += chars;
        }

        return false;
    }

    private static bool TryReadEscape(ReadOnlySpan<char> text, List<byte> bytes, out int used)
    {
        used = 1;
        if (text is [>= '0' and <= '3', >= '0' and <= '7', >= '0' and <= '7', ..])
        {
            bytes.Add((byte)(((text[0] - '0') << 6) | ((text[1] - '0') << 3) | (text[2] - '0')));
            used = 3;
            return true;
        }

        var at = text.IsEmpty ? -1 : "abtnvfr\"\\".IndexOf(text[0], StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        bytes.Add((byte)"\a\b\t\n\v\f\r\"\\"[at]);
        return true;
    }
}
