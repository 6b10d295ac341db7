namespace Workflows.Shared.Models;

/// <summary>
/// The one estimate of how many tokens a text costs, for routing, for cutting prompts and for the fleet's token budgets. It needs no
/// tokenizer: ASCII characters count a quarter token each (rounded up over the text), every other UTF-16 character one
/// token. It errs on the high side for source code and for Korean; estimates of parts add up to at least that of the whole.
/// </summary>
public static class TokenEstimate
{
    private const int AsciiPerToken = 4;

    /// <summary>Estimates a text's tokens.</summary>
    /// <param name="text">The text; empty costs 0.</param>
    public static int Of(ReadOnlySpan<char> text)
    {
        var other = 0;
        foreach (var c in text)
        {
            other += c > '\u007F' ? 1 : 0;
        }

        var ascii = text.Length - other;
        return other + ((ascii + AsciiPerToken - 1) / AsciiPerToken);
    }

    /// <summary>The longest start of a text that costs no more than some tokens, without half a surrogate pair at its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The most tokens.</param>
    public static string Start(string text, int tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quarters = 0L;
        var length = 0;
        while (length < text.Length && (quarters += text[length] > '\u007F' ? AsciiPerToken : 1) <= (long)tokens * AsciiPerToken)
        {
            length++;
        }

        return text[..(length > 0 && length < text.Length && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
