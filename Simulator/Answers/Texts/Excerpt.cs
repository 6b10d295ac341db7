namespace Workflows.Simulator.Answers.Texts;

/// <summary>The beginning of a text.</summary>
internal static class Excerpt
{
    /// <summary>At most <paramref name="length"/> characters, no half of a surrogate pair.</summary>
    public static string Of(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return length <= 0 ? string.Empty : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    /// <summary>As <see cref="Of"/>, without the word that would be cut, unless there is only that one.</summary>
    public static string OfWords(string text, int length)
    {
        var excerpt = Of(text, length);
        var blank = excerpt.Length < text.Length && !char.IsWhiteSpace(text[excerpt.Length]) ? excerpt.LastIndexOf(' ') : -1;
        return blank > 0 ? excerpt[..blank].TrimEnd() : excerpt;
    }
}
