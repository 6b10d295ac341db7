using System.Net;
using System.Text.Json;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Consultation;

public sealed class QuickSummaryTests
{
    private const string Route = "quick-summary";
    private const string Conversation = "상담사: 안녕하세요.\n고객: 사업자 등록 방법을 문의하려고요.\n상담사: 온라인 신청 주소를 문자로 보내드렸습니다.";

    [Fact]
    public async Task A_conversation_is_answered_in_the_documents_shape_and_language()
    {
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 0.2);

        using HttpResponseMessage answer = await app.PostAsync(Route, new { consultation_id = "CL-2025091301234", conversation_text = Conversation, bound_key = app.Key(), priority = "high" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement body = await ReadAsync(answer);
        Assert.Equal(["consultation_id", "summary", "processing_time", "model_used", "status"], body.EnumerateObject().Select(field => field.Name).Take(5));
        Assert.Equal("CL-2025091301234", body.GetProperty("consultation_id").GetString());
        Assert.Matches(@"\p{IsHangulSyllables}", body.GetProperty("summary").GetString()!);
        Assert.True(body.GetProperty("simulated").GetBoolean());
    }

    [Fact]
    public async Task Models_that_fail_or_hang_are_answered_for_by_the_conversation_itself()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        app.Break("kanana", new FaultSettings { Http500 = new FaultSetting { Rate = 1 } });
        app.Break("qwen3_small", new FaultSettings { Hang = new FaultSetting { Rate = 1 } });

        using HttpResponseMessage answer = await app.PostAsync(Route, new { consultation_id = "1", conversation_text = Conversation }, app.Key());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement body = await ReadAsync(answer);
        Assert.Equal(("degraded", "extractive"), (body.GetProperty("status").GetString(), body.GetProperty("model_used").GetString()));
        Assert.NotEmpty(body.GetProperty("reason").GetString()!);
        Assert.Contains("사업자 등록", body.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_wanted_that_is_right_fresh_and_the_same_in_header_and_body()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        string good = app.Key();
        string[] bad = ["", "x", good[..^1], app.Key(secret: "a secret nobody knows"), app.Key("nobody"), app.Key(ConsultationApp.Other)];

        foreach (string? key in bad.Append(null))
        {
            using HttpResponseMessage inHeader = await app.PostAsync(Route, new { consultation_id = "1", conversation_text = Conversation }, key);
            using HttpResponseMessage inBody = await app.PostAsync(Route, new { consultation_id = "1", conversation_text = Conversation, bound_key = key });
            await AssertRefusedAsync(inHeader);
            await AssertRefusedAsync(inBody);
        }

        using HttpResponseMessage differing = await app.PostAsync(Route, new { consultation_id = "1", conversation_text = Conversation, bound_key = app.Key(ConsultationApp.Other, ConsultationApp.OtherSecret) }, good);
        await AssertRefusedAsync(differing);
        using HttpResponseMessage both = await app.PostAsync(Route, new { consultation_id = "1", conversation_text = Conversation, bound_key = good }, good);
        Assert.Equal(HttpStatusCode.OK, both.StatusCode);
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("{}", "consultation_id")]
    [InlineData("""{"consultation_id":"1"}""", "conversation_text")]
    [InlineData("""{"consultation_id":1,"conversation_text":"x"}""", "consultation_id")]
    [InlineData("""{"consultation_id":"1","conversation_text":"  "}""", "conversation_text")]
    [InlineData("""{"consultation_id":"a\nb","conversation_text":"x"}""", "consultation_id")]
    [InlineData("""{"consultation_id":"1","conversation_text":"\ud800"}""", "conversation_text")]
    [InlineData("""{"consultation_id":"1","conversation_text":"x","priority":"now"}""", "priority")]
    public async Task What_is_wrong_with_a_request_is_named(string body, string field)
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        using HttpResponseMessage answer = await app.PostTextAsync(Route, body, app.Key());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.True((await ReadAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task A_client_above_its_requests_a_minute_is_told_when_to_come_again()
    {
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 1, settings: ($"Consultations:Clients:{ConsultationApp.Client}:RequestsPerMinute", "1"));
        using HttpResponseMessage first = await app.PostTextAsync(Route, "{}", app.Key());

        using HttpResponseMessage second = await app.PostTextAsync(Route, "{}", app.Key());

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("""{"error": "Invalid bound key"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
