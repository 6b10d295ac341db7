using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Functions.Consultation;

/// <summary>Batches through the whole application: from the request to the result and the callback.</summary>
public sealed class BatchRouteTests
{
    private const string Route = "batch-analysis";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_analysed_called_back_in_the_documents_shape_and_kept_for_its_client()
    {
        await using CallbackHook hook = await CallbackHook.StartAsync();
        hook.Refusals = 2;
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 2, settings: [("Consultations:RunAt", "2"), .. CallbackHook.Settings]);

        string id = await AcceptAsync(app, new
        {
            consultations = new[]
            {
                new { consultation_id = "CL-2", conversation_text = "고객: 사업자 등록 방법을 문의합니다.\n상담사: 온라인 신청 주소를 문자로 보내드렸습니다." },
                new { consultation_id = "CL-1", conversation_text = "Customer: My card was charged twice.\nAgent: I have refunded the second charge." },
            },
            callback_url = hook.Url,
        });
        (string delivery, string body) = await hook.NextAsync();

        Assert.Equal(id, delivery);
        JsonElement report = JsonDocument.Parse(body).RootElement;
        Assert.Equal(["batch_id", "results", "total_processing_time", "completed_at"], Names(report));
        Assert.Equal(id, report.GetProperty("batch_id").GetString());
        Assert.EndsWith("Z", report.GetProperty("completed_at").GetString(), StringComparison.Ordinal);
        JsonElement[] results = [.. report.GetProperty("results").EnumerateArray()];
        Assert.Equal(["CL-2", "CL-1"], results.Select(result => result.GetProperty("consultation_id").GetString()));
        foreach (JsonElement result in results)
        {
            Assert.Equal(["consultation_id", "summary", "keywords", "titles", "quality_score", "processing_time"], Names(result));
            Assert.Equal(["customer", "agent", "result"], Names(result.GetProperty("summary")));
            Assert.Equal(["keyword", "descriptive"], Names(result.GetProperty("titles")));
        }

        using HttpResponseMessage state = await GetAsync(app, id, app.Key());
        string text = await state.Content.ReadAsStringAsync(Stop);
        JsonElement answer = JsonDocument.Parse(text).RootElement;
        Assert.Equal(["id", "status", "progress", "result"], Names(answer));
        Assert.Equal((id, "completed", 2), (answer.GetProperty("id").GetString(), answer.GetProperty("status").GetString(), answer.GetProperty("progress").GetProperty("completed").GetInt32()));
        Assert.Equal(body, answer.GetProperty("result").GetRawText());
        Assert.DoesNotContain("webhooks", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_shown_to_its_own_client_only()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        string id = await AcceptAsync(app, new { consultations = new[] { new { consultation_id = "1", conversation_text = "x" } } });

        using HttpResponseMessage own = await GetAsync(app, id, app.Key());
        using HttpResponseMessage others = await GetAsync(app, id, app.Key(ConsultationApp.Other, ConsultationApp.OtherSecret));
        using HttpResponseMessage unknown = await GetAsync(app, id[..^3] + "999", app.Key(ConsultationApp.Other, ConsultationApp.OtherSecret));
        using HttpResponseMessage nobody = await GetAsync(app, id, null);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (own.StatusCode, others.StatusCode, unknown.StatusCode, nobody.StatusCode));
        string Like(string text) => text.Replace(id[..^3] + "999", id, StringComparison.Ordinal);
        Assert.Equal(
            Like(await others.Content.ReadAsStringAsync(Stop)).Split("traceId")[0], Like(await unknown.Content.ReadAsStringAsync(Stop)).Split("traceId")[0]);
    }

    [Theory]
    [InlineData("BATCH-20260101-0")]
    [InlineData("batch-20260101-001")]
    [InlineData("BATCH-20260101-001%01")]
    [InlineData("BATCH-2026010١-001")]
    [InlineData("..%2F..%2Fetc")]
    [InlineData("@PendingConsultations@all")]
    [InlineData("%F0%9F%98%80")]
    public async Task What_is_no_id_of_a_batch_is_not_found(string id)
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        using HttpResponseMessage answer = await GetAsync(app, id, app.Key());

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_large_batch_is_accepted_while_its_items_are_larger_than_a_message()
    {
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 2);
        string text = string.Concat(Enumerable.Repeat("고객: 환불해 주세요. ", 5_000));

        string id = await AcceptAsync(app, new { consultations = Enumerable.Range(0, 19).Select(i => new { consultation_id = $"{i}", conversation_text = text }) });
        using HttpResponseMessage state = await GetAsync(app, id, app.Key());

        Assert.Equal(19, (await state.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("progress").GetProperty("total").GetInt32());
    }

    private static IEnumerable<string> Names(JsonElement value) => value.EnumerateObject().Select(property => property.Name);

    private static async Task<string> AcceptAsync(TestApp app, object batch)
    {
        using HttpResponseMessage answer = await app.PostAsync(Route, batch, app.Key());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("batch_id").GetString()!;
    }

    private static async Task<HttpResponseMessage> GetAsync(TestApp app, string id, string? key)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/consultation/batches/{id}");
        if (key is not null)
        {
            request.Headers.Add("X-Bound-Key", key);
        }

        return await app.Http.SendAsync(request, Stop);
    }
}
