using System.Globalization;
using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>A batch that is sent, each of its conversations with a number of its own by which its analysis is known again.</summary>
internal sealed record SentBatch
{
    private static readonly string[] Matters = ["환불을", "주소 변경을", "요금 조회를", "예약 취소를", "카드 재발급을", "서류 발급을"];

    /// <summary>The first consultation's number.</summary>
    public required int First { get; init; }

    /// <summary>How many consultations it has.</summary>
    public required int Count { get; init; }

    /// <summary>True: it goes straight on the queue, as a message; false: over HTTP.</summary>
    public bool OnQueue { get; init; }

    /// <summary>What it was answered each time that it was sent; empty for what goes on the queue.</summary>
    public HashSet<string> Answered { get; } = [];

    /// <summary>The ids of its consultations, in their order.</summary>
    public IReadOnlyList<string> Ids => [.. Enumerable.Range(First, Count).Select(Id)];

    /// <summary>The body of the request, or the message.</summary>
    /// <param name="client">Whose it is.</param>
    /// <param name="callback">Where the results go.</param>
    public string Text(string client, string callback) => OnQueue
        ? JsonSerializer.Serialize(new { client_id = client, consultation_id = Id(First), conversation_text = Conversation(First), callback_url = callback }, ConsultationJson.Options)
        : JsonSerializer.Serialize(
            new { consultations = Enumerable.Range(First, Count).Select(n => new { consultation_id = Id(n), conversation_text = Conversation(n) }), callback_url = callback },
            ConsultationJson.Options);

    /// <summary>What stands in a consultation's conversation, in its analysis, and in no other.</summary>
    public static string Mark(string id) => $"ZX{id["CL-".Length..]}";

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"CL-{number:D5}");

    private static string Conversation(int number) => $"""
        상담사: 안녕하세요, 무엇을 도와드릴까요?
        고객: 접수번호 {Mark(Id(number))} 건으로 {Matters[number % Matters.Length]} 신청하고 싶어요.
        상담사: 네, 접수번호 {Mark(Id(number))} 건 확인했습니다. 신청을 접수해 드렸습니다.
        고객: 감사합니다.
        상담사: 처리 결과는 문자로 보내 드리겠습니다.
        """;
}
