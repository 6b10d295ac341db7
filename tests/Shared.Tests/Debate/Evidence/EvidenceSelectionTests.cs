using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;
using Workflows.Shared.Models;

namespace Workflows.Shared.Tests.Debate.Evidence;

public sealed class EvidenceSelectionTests
{
    private static readonly EvidenceDocument[] Documents =
    [
        Document("parking", "The parking lot opens at nine."),
        Document("refund", "A refund is paid within fourteen days."),
        Document("shipping", "Shipping takes three days."),
        Document("refund-2", "A refund needs the receipt."),
    ];

    [Fact]
    public void All_is_shown_in_its_order_where_there_is_room() =>
        Assert.Equal(["parking", "refund", "shipping", "refund-2"], Chosen("refund", 1_000));

    [Fact]
    public void What_ranks_highest_is_shown_where_there_is_not() => Assert.Equal(["refund", "refund-2"], Chosen("When is a refund paid?", 18));

    [Fact]
    public void A_passage_that_does_not_fit_makes_room_for_one_that_does() => Assert.Equal(["refund-2"], Chosen("When is a refund paid within fourteen days?", 8));

    [Fact]
    public void Likeness_is_added_to_the_ranking() =>
        Assert.Equal(["shipping"], EvidenceSelection.Choose("money back", Documents, 8, passage => passage.EvidenceId == "shipping" ? 0.9 : 0.1).Select(passage => passage.EvidenceId));

    [Fact]
    public void Without_documents_there_is_nothing_to_show() => Assert.Empty(EvidenceSelection.Choose("refund", [], 100));

    [Fact]
    public void Candidates_are_what_ranks_highest_by_its_words_best_first() =>
        Assert.Equal(["refund-2", "refund", "parking"], Candidates("receipt of a refund", 18, 3));

    [Theory]
    [InlineData(1_000)]
    [InlineData(0)]
    public void There_are_no_candidates_where_nothing_has_to_be_chosen(int maxTokens) => Assert.Empty(Candidates("refund", maxTokens, 3));

    [Fact]
    public void Candidates_keep_to_their_characters() =>
        Assert.Equal(["refund-2"], Candidates("receipt of a refund", 18, 3, mostCharacters: Documents[3].Text.Length + Documents[1].Text.Length - 1));

    [Fact]
    public void The_budget_and_the_order_always_hold() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 3_000).Zip(Gen.Choose(1, 3_000).ListOf(6)).ToArbitrary(),
            test =>
            {
                EvidenceDocument[] documents = [.. test.Item2.Select((length, i) => Document($"d{i}", string.Concat(Enumerable.Range(0, length / 5).Select(n => $"w{n * (i + 1) % 97} "))))];
                IReadOnlyList<EvidencePassage> shown = EvidenceSelection.Choose("w3 w5 w8", documents, test.Item1);
                (string, int)[] places = [.. shown.Select(passage => (passage.EvidenceId, passage.Part))];
                return shown.Sum(passage => TokenEstimate.Of(passage.Title) + TokenEstimate.Of(passage.Text)) <= test.Item1 && places.SequenceEqual(places.Order());
            }));

    private static IEnumerable<string> Chosen(string question, int maxTokens) => EvidenceSelection.Choose(question, Documents, maxTokens).Select(passage => passage.EvidenceId);

    private static IEnumerable<string> Candidates(string question, int maxTokens, int most, int mostCharacters = 1_000) =>
        EvidenceSelection.Candidates(question, Documents, maxTokens, most, mostCharacters).Select(passage => passage.EvidenceId);

    private static EvidenceDocument Document(string id, string text) => new() { Id = id, Text = text };
}
