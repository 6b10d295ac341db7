using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;

namespace Workflows.Shared.Tests.Debate.Evidence;

public sealed class EvidencePassagesTests
{
    private static readonly string[] Pieces = ["word ", "문장이다. ", "\n\n", "\n", "a", "😀", "漢字。", "1.5 ", "\r\n"];

    [Fact]
    public void A_short_document_is_one_passage() =>
        Assert.Equal(new EvidencePassage { EvidenceId = "a", Title = "A", Part = 0, Text = "One.\n\nTwo." }, Assert.Single(Of("One.\n\nTwo.")));

    [Fact]
    public void A_blank_document_has_none() => Assert.Empty(Of(" \n\n "));

    [Fact]
    public void Paragraphs_are_kept_whole_where_they_fit()
    {
        string paragraph = string.Join(' ', Enumerable.Repeat("Sentence here.", 50));

        Assert.Equal([paragraph, paragraph, paragraph], Of(string.Join("\n\n", paragraph, paragraph, paragraph)).Select(passage => passage.Text));
    }

    [Fact]
    public void Long_paragraphs_end_at_sentences()
    {
        List<EvidencePassage> passages = Of(string.Concat(Enumerable.Repeat("이 문장은 짧다. ", 500)));

        Assert.All(passages, passage => Assert.EndsWith("다.", passage.Text, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, passages.Count), passages.Select(passage => passage.Part));
    }

    [Fact]
    public void Together_they_are_the_document_and_none_is_too_long() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Documents, text =>
        {
            List<EvidencePassage> passages = Of(text);
            return Bare(string.Concat(passages.Select(passage => passage.Text))) == Bare(text)
                && passages.All(passage => passage.Text.Length is > 0 and <= EvidencePassages.Longest && !HasHalf(passage.Text));
        }));

    private static Arbitrary<string> Documents => Gen.Elements(Pieces).Select(piece => string.Concat(Enumerable.Repeat(piece, 1 + (piece.Length * 7))))
        .ListOf(400).Select(pieces => string.Concat(pieces)).ToArbitrary();

    private static bool HasHalf(string text) => text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static List<EvidencePassage> Of(string text) => [.. EvidencePassages.Of(new EvidenceDocument { Id = "a", Title = "A", Text = text })];
}
