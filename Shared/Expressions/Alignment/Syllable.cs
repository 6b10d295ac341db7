namespace Workflows.Shared.Expressions.Alignment;

/// <summary>The parts of a Hangul syllable.</summary>
internal static class Syllable
{
    private const int First = 0xAC00;
    private const int Vowels = 21;
    private const int Finals = 28;

    public static bool Is(char c) => c is >= '\uAC00' and <= '\uD7A3';

    /// <summary>Whether a verb's stem that ends in one may end in the other when it is inflected: 보다 as 봐, 마시다 as 마셔, 기대하다 as 기대해.</summary>
    public static bool MayBecome(char stem, char said) =>
        stem == said || (Is(stem) && Is(said) && Initial(stem) == Initial(said) && (Vowel(stem) == Vowel(said) || (HasNoFinal(stem) && IsContracted(Vowel(stem), Vowel(said)))));

    private static int Initial(char c) => (c - First) / (Vowels * Finals);

    private static int Vowel(char c) => (c - First) / Finals % Vowels;

    private static bool HasNoFinal(char c) => (c - First) % Finals == 0;

    // Vowels by their order in Unicode: ㅏ0 ㅐ1 ㅓ4 ㅔ5 ㅕ6 ㅗ8 ㅘ9 ㅙ10 ㅚ11 ㅜ13 ㅝ14 ㅡ18 ㅣ20.
    private static bool IsContracted(int stem, int said) => (stem, said) is (0, 1) or (8, 9) or (11, 10) or (13, 14) or (20, 6) or (18, 4) or (18, 0);
}
