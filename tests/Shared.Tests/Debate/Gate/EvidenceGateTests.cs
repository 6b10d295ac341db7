using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Gate;

namespace Workflows.Shared.Tests.Debate.Gate;

public sealed class EvidenceGateTests
{
    private static readonly EvidenceDocument[] Documents =
    [
        new() { Id = "policy", Title = "Refund policy", Text = "A refund is paid within 14 days, if the receipt is shown.\nIt is illegal to resell; the fee is 1,500 won (or -20 %). This is regu-\nlated by law." },
        new() { Id = "규정", Title = "환불 규정", Text = "환불은 구매 후 7일 이내에 가능합니다. 단, 개봉한 상품은 제외됩니다." },
        new() { Id = "short", Title = "The answer", Text = "Yes." },
        new() { Id = "numbers", Text = "The budget is 3.5 million, a rise of 10.5 percent. The grant is 1,500 euros, the rent 1 500 euros, the loan 1'500 francs, the fee 1\u202F700 euros. In 2019 500 people came. We scan 1/20 of the letters; at 10:30 the meeting began." },
        new() { Id = "숫자", Text = "연간 예산은 3.5억 원이며, 인원은 1,500명이다." },
    ];

    [Theory]
    [InlineData("policy", "A refund is paid within 14 days")]
    [InlineData("policy", "a refund is\npaid within\r\n14 days")]
    [InlineData("policy", "receipt is shown. It is illegal")]
    [InlineData("policy", "“This is regulated by law.”")]
    [InlineData("policy", "A refund is paid […] if the receipt is shown")]
    [InlineData("policy", "... A refund is paid … is regulated by law ...")]
    [InlineData("policy", "the fee is 1,500 won")]
    [InlineData("policy", "Refund policy")]
    [InlineData("규정", "환불은 구매 후 7일 이내에 가능합니다.")]
    [InlineData("규정", "환불은 구매후 7일이내에 가능 합니다")]
    [InlineData("규정", "환불은 구매 후 7일 … 개봉한 상품은 제외")]
    [InlineData("규정", "개봉한 상품")]
    [InlineData("short", "yes")]
    [InlineData("numbers", "The budget is 3.5 million")]
    [InlineData("numbers", "a rise of 10.5 percent.")]
    [InlineData("numbers", "the rent 1\u00A0500 euros")]
    [InlineData("numbers", "500 people came.")]
    [InlineData("numbers", "1/20 of the letters")]
    [InlineData("numbers", "of the letters; at 10:30")]
    [InlineData("숫자", "연간 예산은 3.5억 원이며,")]
    public void A_quotation_that_is_in_the_document_stands(string id, string quote) => Assert.Equal(("passed", 1, 0), Checked(id, quote));

    [Theory]
    [InlineData("policy", "A refund is paid within 30 days", "is not in 'policy'")]
    [InlineData("policy", "A refund is not paid within 14 days", "is not in 'policy'")]
    [InlineData("policy", "legal to resell; the fee", "is not in 'policy'")]
    [InlineData("policy", "500 won (or -20 %)", "is not in 'policy'")]
    [InlineData("policy", "20 %). This is regulated", "is not in 'policy'")]
    [InlineData("policy", "is paid within 14 days, if the rec", "is not in 'policy'")]
    [InlineData("policy", "This is regulated … A refund is paid", "is not in 'policy'")]
    [InlineData("policy", "Refund policy A refund is paid", "is not in 'policy'")]
    [InlineData("policy", "A … r … e … f … u … n … d … i … s", "too short")]
    [InlineData("policy", "14 days", "too short")]
    [InlineData("policy", "…", "too short")]
    [InlineData("policy", "", "too short")]
    [InlineData("규정", "환불은 구매 후 30일 이내에 가능합니다.", "is not in '규정'")]
    [InlineData("규정", "개봉한 상품도 제외됩니다", "is not in '규정'")]
    [InlineData("규정", "A refund is paid within 14 days", "is not in '규정'")]
    [InlineData("규정", "개봉한", "too short")]
    [InlineData("short", "no", "too short")]
    [InlineData("numbers", "The budget is 3", "is not in 'numbers'")]
    [InlineData("numbers", "The budget is 3.", "is not in 'numbers'")]
    [InlineData("numbers", "The grant is 1,", "is not in 'numbers'")]
    [InlineData("numbers", ".5 percent. The grant", "is not in 'numbers'")]
    [InlineData("numbers", "500 euros, the rent", "is not in 'numbers'")]
    [InlineData("numbers", "500 euros, the loan", "is not in 'numbers'")]
    [InlineData("numbers", "500 francs, the fee", "is not in 'numbers'")]
    [InlineData("numbers", "700 euros. In 2019", "is not in 'numbers'")]
    [InlineData("numbers", "euros, the rent 1", "is not in 'numbers'")]
    [InlineData("numbers", "francs, the fee 1", "is not in 'numbers'")]
    [InlineData("numbers", "20 of the letters", "is not in 'numbers'")]
    [InlineData("numbers", "/20 of the letters", "is not in 'numbers'")]
    [InlineData("numbers", "30 the meeting began", "is not in 'numbers'")]
    [InlineData("numbers", "of the letters; at 10:", "is not in 'numbers'")]
    [InlineData("숫자", "연간 예산은 3.", "is not in '숫자'")]
    [InlineData("숫자", "500명이다.", "is not in '숫자'")]
    [InlineData("Policy", "A refund is paid within 14 days", "there is no evidence 'Policy'")]
    [InlineData("policy\u001B[2J", "A refund is paid within 14 days", "there is no evidence 'policy[U+001B][2J'")]
    public void One_that_is_not_does_not(string id, string quote, string why)
    {
        GateResult result = Gate().Check(Synthesis(Claim((id, quote))));

        Assert.Equal(("failed", 0, 1), (result.Status, result.Standing, result.Citations));
        Assert.Contains(why, Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_stands_on_one_good_citation()
    {
        GateResult result = Gate(new GateOptions { StandingShare = 0.5 }).Check(Synthesis(Claim(("policy", "A refund is paid"), ("policy", "Forged words are here"))));

        Assert.Equal(("passed", 1, 1, 1, 2), (result.Status, result.Claims, result.Supported, result.Standing, result.Citations));
    }

    [Theory]
    [InlineData(9, 1, 0.9, "passed")]
    [InlineData(8, 2, 0.9, "failed")]
    [InlineData(8, 2, 0.8, "passed")]
    public void The_share_of_supported_claims_is_a_threshold(int good, int bare, double share, string status)
    {
        DebateClaim[] claims = [.. Enumerable.Repeat(Claim(("policy", "A refund is paid")), good), .. Enumerable.Repeat(Claim(), bare)];

        GateResult result = Gate(new GateOptions { SupportedShare = share }).Check(Synthesis(claims));

        Assert.Equal((status, good), (result.Status, result.Supported));
        Assert.Equal(bare, result.Reasons.Count(reason => reason.EndsWith("it cites nothing", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(9, 1, "passed")]
    [InlineData(8, 2, "failed")]
    public void The_share_of_standing_citations_is_one(int good, int forged, string status) =>
        Assert.Equal(status, Gate().Check(Synthesis(Claim([.. Enumerable.Repeat(("policy", "A refund is paid"), good), .. Enumerable.Repeat(("forged", "A refund is paid"), forged)]))).Status);

    [Fact]
    public void A_synthesis_without_claims_fails()
    {
        GateResult result = Gate().Check(Synthesis());

        Assert.Equal(("failed", "there are 0 claims, at least 1 are asked for"), (result.Status, Assert.Single(result.Reasons)));
    }

    [Fact]
    public void Without_evidence_there_is_nothing_to_check() => Assert.Equal("skipped", new EvidenceGate([], new GateOptions()).Check(Synthesis(Claim())).Status);

    [Fact]
    public void Nor_anything_to_find() => Assert.Empty(new EvidenceGate([], new GateOptions()).Check(Synthesis()).Reasons.Concat(new EvidenceGate([], new GateOptions()).Check(Synthesis(Claim())).Reasons));

    [Fact]
    public void An_empty_document_proves_nothing() =>
        Assert.Equal("failed", new EvidenceGate([new EvidenceDocument { Id = "a", Text = "" }], new GateOptions()).Check(Synthesis(Claim(("a", "")))).Status);

    [Fact]
    public void A_runaway_synthesis_gives_twenty_reasons() => Assert.Equal(20, Gate().Check(Synthesis([.. Enumerable.Repeat(Claim(), 50)])).Reasons.Count);

    private static (string Status, int Standing, int Reasons) Checked(string id, string quote)
    {
        GateResult result = Gate().Check(Synthesis(Claim((id, quote))));
        return (result.Status, result.Standing, result.Reasons.Count);
    }

    private static EvidenceGate Gate(GateOptions? options = null) => new(Documents, options ?? new GateOptions());

    private static PersonaOutput Synthesis(params DebateClaim[] claims) => new() { Summary = "s", Claims = claims };

    private static DebateClaim Claim(params (string Id, string Quote)[] citations) =>
        new() { Text = "c", Citations = [.. citations.Select(citation => new Citation { EvidenceId = citation.Id, Quote = citation.Quote })] };
}
