using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Shared.Tests.Consultation;

/// <summary>Conversations and analyses to test with.</summary>
internal static class SampleConversations
{
    public const string Korean =
        """
        상담사: 안녕하세요, 무엇을 도와드릴까요?
        고객: 사업자 등록을 온라인으로 신청하고 싶은데 필요한 서류가 뭔가요?
        상담사: 임대차 계약서와 신분증 사본이 필요합니다. 수수료 12,000원은 카드로 내실 수 있어요.
        고객: 네, 알겠습니다. 제 이름은 김하늘이에요.
        상담사: 김하늘 고객님, 신청 주소를 문자로 보내드렸습니다. 처리는 3일 걸립니다.
        고객: 감사합니다.
        """;

    public const string English =
        """
        Agent: Good morning, how can I help you?
        Customer: I was charged twice for order 4417, 39.90 each time. I want one of them refunded.
        Agent: I see both payments. I have refunded one of them to your card.
        Customer: When will I get it, please? My name is Maria Lopez.
        Agent: Within five working days, Ms Lopez. I sent a confirmation by email.
        """;

    private static readonly string[] Fragments =
    [
        "고객: ", "상담사: ", "Customer: ", "Agent: ", "[00:12] 고객: ", "환불해 주세요. ", "처리되었습니다. ", "I want a refund. ", "It was sent. ", "12,000원 ", "3만 5천 원 ", "two hundred ", "\n", "\r\n", "\n\n", " ", "\t",
        "\u001b[31m", "\u0000", "\u202E", "\u2028", "\uD800", "\uDC00", "\U0001F600", "数据", "…", ":", "://", "http://a.test ", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "상담 내용이 길게 이어집니다 ",
    ];

    /// <summary>Transcripts and what only looks like one, broken surrogates included.</summary>
    public static Gen<string> Any { get; } = Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts));

    /// <summary>Long ones.</summary>
    public static Gen<string> Long { get; } = from parts in Any.ListOf() from times in Gen.Choose(1, 6) select string.Concat(Enumerable.Repeat(string.Join('\n', parts), times));

    /// <summary>Any analysis, tidy or not.</summary>
    public static Gen<ConsultationAnalysis> Analysis { get; } =
        from texts in Any.ArrayOf(5)
        from keywords in Any.ListOf()
        select Create(texts[0], texts[1], texts[2], texts[3], texts[4], [.. keywords]);

    public static ConsultationAnalysis Create(string customer, string agent, string result, string keywordTitle, string descriptive, params string[] keywords) => new()
    {
        Summary = new ConsultationSummary { Customer = customer, Agent = agent, Result = result },
        Keywords = keywords,
        Titles = new ConsultationTitles { Keyword = keywordTitle, Descriptive = descriptive },
    };

    /// <summary>A good analysis of <see cref="Korean"/>.</summary>
    public static ConsultationAnalysis Good { get; } = Create(
        "사업자 등록 온라인 신청에 필요한 서류 문의", "임대차 계약서와 신분증 사본, 수수료 12,000원 안내", "신청 주소를 문자로 보냈고 처리는 3일 걸림",
        "사업자등록_온라인_서류", "사업자 등록 온라인 신청 서류 안내", "사업자등록", "온라인", "서류", "수수료");
}
