using System.Text;

namespace Workflows.Shared.Text;

/// <summary>The scripts whose words are not, or not strictly, parted by white space: Hangul, Kana, Han.</summary>
internal static class UnpartedScripts
{
    /// <summary>Whether a letter is of one.</summary>
    public static bool Contains(Rune rune) => rune.Value
        is (>= 0x1100 and <= 0x11FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3130 and <= 0x318F) or (>= 0x3400 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0x20000 and <= 0x3FFFF);
}
