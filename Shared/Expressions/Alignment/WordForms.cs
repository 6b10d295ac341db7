namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Which words an English word can be a form of, by rules and by <see cref="IrregularForms"/>. It names too many rather than too few, all of them close.</summary>
internal static class WordForms
{
    private const int LongestWord = 40;

    private static readonly string[] Hissing = ["ches", "shes", "sses", "xes", "zzes", "oes"];

    /// <summary>The word itself and all that it may be a form of.</summary>
    public static IReadOnlyList<string> Of(string word)
    {
        List<string> forms = [word, .. IrregularForms.BasesOf(word)];
        if (forms.Count > 1 || word.Length is < 4 or > LongestWord)
        {
            return forms;
        }

        if (Without(word, "ies") is { Length: > 1 } y || (y = Without(word, "ied")) is { Length: > 1 })
        {
            forms.AddRange([y + "y", y + "ie"]);
        }
        else if (Without(word, "ying") is { Length: 1 } ie)
        {
            forms.Add(ie + "ie");
        }
        else if (Without(word, "ing") is { Length: > 1 } ing && HasVowel(ing))
        {
            AddParts(forms, ing);
        }
        else if (Without(word, "ed") is { Length: > 1 } ed && HasVowel(ed) && ed[^1] != 'e')
        {
            AddParts(forms, ed);
        }
        else if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            forms.Add(word[..^1]);
            forms.AddRange(word[^2] == 'e' && word.Length > 4 ? [word[..^2]] : Array.Empty<string>());
        }

        return forms;
    }

    /// <summary>The likeliest word that this is a form of.</summary>
    public static string BaseOf(string word)
    {
        IReadOnlyList<string> forms = Of(word);
        if (forms.Count < 3)
        {
            return forms[^1];
        }

        // "stopping" is of "stop" and "calling" of "call", "hoping" of "hope" and "looking" of "look", "watches" of "watch" and "makes" of "make".
        string part = forms[1];
        return forms.Count > 3 ? (IsDoubledItself(part) ? part : forms[3])
            : part + "e" == forms[2] ? (IsShortSyllable(part) ? forms[2] : part)
            : Hissing.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)) ? forms[2]
            : part;
    }

    private static void AddParts(List<string> forms, string part)
    {
        forms.AddRange(part.Length > 2 ? [part, part + "e"] : [part + "e"]);
        if (part.Length > 2 && part[^1] == part[^2] && part[^1] is 'b' or 'd' or 'g' or 'l' or 'm' or 'n' or 'p' or 'r' or 't')
        {
            forms.Add(part[..^1]);
        }
    }

    private static bool IsDoubledItself(string part) => part.Length == 3 || (part[^1] == 'l' && part.Length <= 5);

    private static bool IsShortSyllable(string part) =>
        part.Length == 3 ? !IsVowel(part[0]) && IsVowel(part[1]) && !IsVowel(part[2]) && part[2] is not ('w' or 'x' or 'y') : part.Length > 3 && part[^1] is 'v' or 'c' or 'u';

    private static string? Without(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : null;

    private static bool HasVowel(string text) => text.Any(c => IsVowel(c) || c == 'y');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
