using System.Text;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Tells the encodings from before Unicode apart, by how large a part of the bytes above ASCII makes the sense that each would have them make.</summary>
internal static class LegacyEncoding
{
    private const int Korean = 949;
    private const int Japanese = 932;
    private const int Western = 1252;

    /// <summary>The likeliest, and its name; Windows-1252, which has a letter for nearly every byte, where none makes much sense.</summary>
    public static (Encoding Encoding, string Name) Of(ReadOnlySpan<byte> file)
    {
        int korean = KoreanBytes(file);
        int japanese = JapaneseBytes(file);
        int western = WesternBytes(file);
        return korean >= japanese && korean > western ? (Page(Korean), "cp949")
            : japanese > western ? (Page(Japanese), "shift_jis")
            : (Page(Western), "windows-1252");
    }

    /// <summary>Bytes of the common Hangul syllables.</summary>
    private static int KoreanBytes(ReadOnlySpan<byte> file)
    {
        int bytes = 0;
        for (int i = 0; i < file.Length; i++)
        {
            if (file[i] >= 0x81 && i + 1 < file.Length)
            {
                bytes += file[i] is >= 0xB0 and <= 0xC8 && file[i + 1] is >= 0xA1 and <= 0xFE ? 2 : 0;
                i++;
            }
        }

        return bytes;
    }

    /// <summary>Bytes of Kana, punctuation and the Kanji of everyday.</summary>
    private static int JapaneseBytes(ReadOnlySpan<byte> file)
    {
        int bytes = 0;
        for (int i = 0; i + 1 < file.Length; i++)
        {
            byte lead = file[i];
            byte trail = file[i + 1];
            bool isLead = lead is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);
            bool isKnown = (lead == 0x82 && trail is >= 0x9F and <= 0xF1)
                || (lead == 0x83 && trail is >= 0x40 and <= 0x96)
                || (lead == 0x81 && trail is >= 0x40 and <= 0xAC)
                || (lead is >= 0x88 and <= 0x9F && trail is >= 0x40 and <= 0xFC);
            bytes += isKnown ? trail >= 0x80 ? 2 : 1 : 0;
            i += isLead ? 1 : 0;
        }

        return bytes;
    }

    /// <summary>Bytes of letters with accents beside plain letters and not beside each other, and of typographic marks.</summary>
    private static int WesternBytes(ReadOnlySpan<byte> file)
    {
        int bytes = 0;
        for (int i = 0; i < file.Length; i++)
        {
            byte before = i > 0 ? file[i - 1] : (byte)' ';
            byte after = i + 1 < file.Length ? file[i + 1] : (byte)' ';
            bool standsAlone = before < 0x80 && after < 0x80;
            bool isLetter = file[i] >= 0xC0 && (char.IsAsciiLetter((char)before) || char.IsAsciiLetter((char)after));
            bool isMark = file[i] is 0x85 or (>= 0x91 and <= 0x97) or 0xA0 or 0xA1 or 0xAB or 0xBB or 0xBF;
            bytes += standsAlone && (isLetter || isMark) ? 1 : 0;
        }

        return bytes;
    }

    private static Encoding Page(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
        ?? throw new InvalidOperationException($"The code page {number} is not part of this runtime.");
}
