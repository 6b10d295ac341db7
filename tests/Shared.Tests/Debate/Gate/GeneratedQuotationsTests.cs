using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Tests.Debate.Gate;

/// <summary>Quotations out of generated documents, spoilt or only written otherwise: all of the first are caught, all of the second pass.</summary>
public sealed class GeneratedQuotationsTests
{
    private const int Cases = 500;

    private static readonly string[] English = ["refund", "the", "policy", "receipt", "within", "days", "is", "paid", "customer", "store", "must", "show", "15", "2,400", "regulated", "by", "law"];
    private static readonly string[] Korean = ["환불은", "구매", "후", "7일", "이내에", "가능합니다", "상품을", "고객이", "규정에", "따라", "개봉한", "경우", "제외됩니다", "영수증을", "30,000원", "매장에서"];

    private static readonly Func<string[], Random, string>[] Harmless =
    [
        (words, _) => string.Join(' ', words),
        (words, _) => string.Join("\r\n", words),
        (words, _) => $"“{string.Join("  ", words).ToUpperInvariant()}”",
        (words, _) => string.Join(" \u200B", words),
        (words, _) => string.Concat(string.Join(' ', words).Select(InParts)),
        (words, _) => $"{string.Join(' ', words[..^8])} … {string.Join(' ', words[^6..])}",
        (words, random) => string.Join(' ', words.Select(word => word.All(char.IsAsciiLetter) && word.Length > 4 && random.Next(2) == 0 ? $"{word[..2]}-\n{word[2..]}" : word)),
    ];

    private static readonly Func<string[], Random, string>[] Spoiling =
    [
        (words, random) => Changed(words, random, _ => "forged"),
        (words, random) => Changed(words, random, _ => "위조된"),
        (words, random) => Changed(words, random, word => $"{word} never"),
        (words, _) => string.Join(' ', words) + " 9",
        (words, _) => $"{string.Join(' ', words)} … {string.Join(' ', words)} … {string.Join(' ', words)}",
        (words, _) => string.Join(" … ", words),
        (words, _) => $"7{string.Join(' ', words)}",
        (words, _) => string.Join(' ', words.Select(word => new string([.. word.Reverse()]))),
    ];

    public static TheoryData<bool, int> HarmlessCases => AllOf(Harmless.Length);

    public static TheoryData<bool, int> SpoilingCases => AllOf(Spoiling.Length);

    [Theory]
    [MemberData(nameof(HarmlessCases))]
    public void What_is_only_written_otherwise_passes(bool korean, int change) => Assert.Empty(Wrong(korean, Harmless[change], stands: true));

    [Theory]
    [MemberData(nameof(SpoilingCases))]
    public void What_was_altered_is_caught(bool korean, int change) => Assert.Empty(Wrong(korean, Spoiling[change], stands: false));

    [Fact]
    public void Korean_passes_with_any_spacing() => Assert.Empty(Wrong(true, (words, random) => string.Concat(words.Select(word => random.Next(2) == 0 ? word + " " : word)), stands: true));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_forged_id_is_caught(bool korean) => Assert.Empty(Wrong(korean, Harmless[0], stands: false, (id, random) => random.Next(3) switch { 0 => id + "1", 1 => id.ToUpperInvariant(), _ => "" }));

    private static List<string> Wrong(bool korean, Func<string[], Random, string> change, bool stands, Func<string, Random, string>? forge = null)
    {
        Random random = new(7);
        List<string> wrong = [];
        for (int i = 0; i < Cases; i++)
        {
            string[] words = [.. Enumerable.Range(0, 60).Select(_ => random.GetItems(korean ? Korean : English, 1)[0])];
            EvidenceDocument document = new() { Id = "doc", Text = string.Join(random.Next(4) == 0 ? "\n" : " ", words) + "." };
            int from = random.Next(words.Length - 20);
            string quote = change(words[from..(from + 20)], random);
            Citation citation = new() { EvidenceId = forge?.Invoke(document.Id, random) ?? document.Id, Quote = quote };
            GateResult result = new EvidenceGate([document], new GateOptions()).Check(new PersonaOutput { Summary = "s", Claims = [new DebateClaim { Text = "c", Citations = [citation] }] });
            if ((result.Status == "passed") != stands)
            {
                wrong.Add($"{document.Text} | {quote} | {string.Join(' ', result.Reasons)}");
            }
        }

        return wrong;
    }

    private static string InParts(char c) => c is < '\uAC00' or > '\uD7A3' ? c is >= 'a' and <= 'z' ? $"{(char)(c + 0xFEE0)}" : $"{c}"
        : $"{(char)(0x1100 + ((c - 0xAC00) / 588))}{(char)(0x1161 + ((c - 0xAC00) / 28 % 21))}{((c - 0xAC00) % 28 == 0 ? "" : (char)(0x11A7 + ((c - 0xAC00) % 28)))}";

    private static string Changed(string[] words, Random random, Func<string, string> change)
    {
        int at = random.Next(words.Length);
        return string.Join(' ', words.Select((word, i) => i == at ? change(word) : word));
    }

    private static TheoryData<bool, int> AllOf(int count)
    {
        TheoryData<bool, int> data = new();
        for (int i = 0; i < count; i++)
        {
            data.Add(false, i);
            data.Add(true, i);
        }

        return data;
    }
}
