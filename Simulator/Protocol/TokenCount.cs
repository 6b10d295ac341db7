namespace Workflows.Simulator.Protocol;

/// <summary>The simulator's estimate of tokens.</summary>
internal static class TokenCount
{
    /// <summary>ASCII characters divided by four, rounded up, plus one for every other character.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var ascii = 0;
        foreach (var character in text)
        {
            if (char.IsAscii(character))
            {
                ascii++;
            }
        }

        return ((ascii + 3) / 4) + (text.Length - ascii);
    }
}
