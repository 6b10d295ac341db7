using System.Text;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Finds out in which encoding a file is written: by its mark, else by its bytes.</summary>
internal static class SubtitleEncoding
{
    // So many good sequences to one bad: UTF-8 with a damaged place, and no other encoding.
    private const int GoodToBad = 10;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The file's text, and the name of its encoding.</summary>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> file, RepairCounts repairs)
    {
        (Encoding encoding, string name, int mark, bool isGuess) = Of(file);
        string text = encoding.GetString(file[mark..]);
        repairs.Add(SubtitleRepair.EncodingGuessed, isGuess ? 1 : 0);
        repairs.Add(SubtitleRepair.UnreadableCharacter, text.AsSpan().Count('\uFFFD'));
        return (text, name);
    }

    private static (Encoding Encoding, string Name, int Mark, bool IsGuess) Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            return (Utf8, "utf-8", 3, false);
        }

        if (file.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return (new UTF32Encoding(bigEndian: false, byteOrderMark: false), "utf-32le", 4, false);
        }

        if (file.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: false), "utf-32be", 4, false);
        }

        if (file.StartsWith<byte>([0xFF, 0xFE]))
        {
            return (Encoding.Unicode, "utf-16le", 2, false);
        }

        if (file.StartsWith<byte>([0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, "utf-16be", 2, false);
        }

        return Unmarked(file);
    }

    private static (Encoding Encoding, string Name, int Mark, bool IsGuess) Unmarked(ReadOnlySpan<byte> file)
    {
        // Times, arrows and line ends are plain letters in every language: in UTF-16 a good part of the bytes is zero, all on one side.
        (int even, int odd) = Zeros(file);
        int pairs = file.Length / 2;
        if (Math.Max(even, odd) > pairs / 5 && Math.Min(even, odd) < pairs / 20)
        {
            return odd > even ? (Encoding.Unicode, "utf-16le", 0, true) : (Encoding.BigEndianUnicode, "utf-16be", 0, true);
        }

        (int good, int bad) = Utf8Sequences(file);
        if (bad == 0 || good >= bad * (long)GoodToBad)
        {
            return (Utf8, "utf-8", 0, false);
        }

        (Encoding encoding, string name) = LegacyEncoding.Of(file);
        return (encoding, name, 0, true);
    }

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> file)
    {
        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < file.Length; i += 2)
        {
            even += file[i] == 0 ? 1 : 0;
            odd += file[i + 1] == 0 ? 1 : 0;
        }

        return (even, odd);
    }

    private static (int Good, int Bad) Utf8Sequences(ReadOnlySpan<byte> file)
    {
        int good = 0;
        int bad = 0;
        while (file.Length > 0)
        {
            bool isWhole = Rune.DecodeFromUtf8(file, out _, out int length) == System.Buffers.OperationStatus.Done;
            good += isWhole && length > 1 ? 1 : 0;
            bad += isWhole ? 0 : 1;
            file = file[length..];
        }

        return (good, bad);
    }
}
