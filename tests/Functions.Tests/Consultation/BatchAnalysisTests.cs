using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Workflows.Functions.Consultation;

/// <summary>How batches are accepted over HTTP.</summary>
public sealed class BatchAnalysisTests
{
    private const string Route = "batch-analysis";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_accepted_in_the_documents_shape_without_any_management_address()
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(Route, Batch("사업자 등록 문의", 2, app.Key()));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        string text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Matches(
            $$"""^{"batch_id":"BATCH-{{app.Time.GetUtcNow():yyyyMMdd}}-001","total_consultations":2,"estimated_completion":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ","status":"queued"}$""", text);
    }

    [Fact]
    public async Task The_same_batch_sent_again_is_the_same_batch_whatever_its_key_and_the_order_of_its_fields()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        using HttpResponseMessage first = await app.PostTextAsync(Route, """{"consultations":[{"consultation_id":"1","conversation_text":"a b"}],"priority":"high"}""", app.Key());
        using HttpResponseMessage again = await app.PostTextAsync(
            Route, """{ "priority": "high", "consultations": [ {"conversation_text":"a\u0020b", "consultation_id":"1", "metadata": null} ] }""", app.Key(secret: "an older one of its secrets"));
        using HttpResponseMessage other = await app.PostTextAsync(Route, """{"consultations":[{"consultation_id":"1","conversation_text":"a c"}],"priority":"high"}""", app.Key());
        using HttpResponseMessage others = await app.PostTextAsync(
            Route, """{"consultations":[{"consultation_id":"1","conversation_text":"a b"}],"priority":"high"}""", app.Key(ConsultationApp.Other, ConsultationApp.OtherSecret));

        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await again.Content.ReadAsStringAsync(Stop));
        Assert.Equal(3, new HashSet<string> { await IdAsync(first), await IdAsync(other), await IdAsync(others) }.Count);
    }

    [Fact]
    public async Task An_idempotency_key_names_one_batch_of_its_client()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        using HttpResponseMessage first = await SendAsync(app, "a", app.Key(), "key 1");
        using HttpResponseMessage again = await SendAsync(app, "a", app.Key(), "key 1");
        using HttpResponseMessage sameUnderAnother = await SendAsync(app, "a", app.Key(), "key 2");
        using HttpResponseMessage another = await SendAsync(app, "b", app.Key(), "key 1");
        using HttpResponseMessage others = await SendAsync(app, "b", app.Key(ConsultationApp.Other, ConsultationApp.OtherSecret), "key 1");

        Assert.Equal(await IdAsync(first), await IdAsync(again));
        Assert.NotEqual(await IdAsync(first), await IdAsync(sameUnderAnother));
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (another.StatusCode, another.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.Accepted, others.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x", 201)]
    public async Task An_idempotency_key_that_is_none_is_refused(string key, int times = 1)
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        using HttpResponseMessage answer = await SendAsync(app, "a", app.Key(), string.Concat(Enumerable.Repeat(key, times)));

        await AssertInvalidAsync(answer, "Idempotency-Key");
    }

    [Fact]
    public async Task The_same_batch_sent_many_times_at_once_is_accepted_once()
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => app.PostAsync(Route, Batch("at once", 3), app.Key())));
        string[] ids = await Task.WhenAll(answers.Select(IdAsync));
        using HttpResponseMessage next = await app.PostAsync(Route, Batch("the next one", 1), app.Key());

        Assert.EndsWith("-001", Assert.Single(ids.Distinct()), StringComparison.Ordinal);
        Assert.EndsWith("-002", await IdAsync(next), StringComparison.Ordinal);
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task A_batch_that_cannot_be_stored_is_not_accepted_and_may_be_sent_again()
    {
        string file = Path.GetTempFileName();
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 10, settings: ("Content:Folder", file));

        using HttpResponseMessage refused = await app.PostAsync(Route, Batch("a", 1), app.Key());
        File.Delete(file);
        using HttpResponseMessage accepted = await app.PostAsync(Route, Batch("a", 1), app.Key());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Directory.Delete(file, recursive: true);
    }

    [Theory]
    [InlineData("{", "body")]
    [InlineData("[1]", "body")]
    [InlineData("\"text\"", "body")]
    [InlineData("""{"\ud800":1,"consultations":[]}""", "body")]
    [InlineData("{}", "consultations")]
    [InlineData("""{"consultations":{}}""", "consultations")]
    [InlineData("""{"consultations":[]}""", "consultations")]
    [InlineData("""{"consultations":[1]}""", "consultations[0]")]
    [InlineData("""{"consultations":[{}]}""", "consultations[0].consultation_id")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"},{"consultation_id":" ","conversation_text":"x"}]}""", "consultations[1].consultation_id")]
    [InlineData("""{"consultations":[{"consultation_id":"a\u0000b","conversation_text":"x"}]}""", "consultations[0].consultation_id")]
    [InlineData("""{"consultations":[{"consultation_id":"1"}]}""", "consultations[0].conversation_text")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":{}}]}""", "consultations[0].conversation_text")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"\udc00"}]}""", "consultations[0].conversation_text")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x","metadata":[]}]}""", "consultations[0].metadata")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x","metadata":{"a":"\ud800"}}]}""", "consultations[0].metadata")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x","priority":"urgent"}]}""", "consultations[0].priority")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"priority":3}""", "priority")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"callback_url":"ftp://x"}""", "callback_url")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"callback_url":"https://elsewhere.api/"}""", "callback_url")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"callback_url":"https://centerlink.api/\ud800"}""", "callback_url")]
    [InlineData("""{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"callback_url":7}""", "callback_url")]
    public async Task What_is_wrong_with_a_batch_is_named(string body, string field)
    {
        await using TestApp app = await ConsultationApp.StartAsync(settings: ("Consultations:CallbackHosts:0", "centerlink.api"));

        using HttpResponseMessage answer = await app.PostTextAsync(Route, body, app.Key());

        await AssertInvalidAsync(answer, field);
    }

    [Fact]
    public async Task A_batch_has_no_more_consultations_and_no_longer_conversations_than_are_allowed()
    {
        await using TestApp app = await ConsultationApp.StartAsync(settings: [("Consultations:MaxBatch", "3"), ("Consultations:MaxConversation", "1000")]);

        using HttpResponseMessage tooMany = await app.PostAsync(Route, Batch("a", 4), app.Key());
        using HttpResponseMessage tooLong = await app.PostAsync(Route, Batch(new string('a', 1_001), 1), app.Key());
        using HttpResponseMessage most = await app.PostAsync(Route, Batch(new string('a', 900), 3), app.Key());

        await AssertInvalidAsync(tooMany, "consultations");
        await AssertInvalidAsync(tooLong, "consultations[0].conversation_text");
        Assert.Equal(HttpStatusCode.Accepted, most.StatusCode);
    }

    [Fact]
    public async Task Metadata_may_be_nested_as_deep_as_json_may()
    {
        await using TestApp app = await ConsultationApp.StartAsync();
        string Nested(int depth) => $$"""{"consultations":[{"consultation_id":"1","conversation_text":"x","metadata":{{string.Concat(Enumerable.Repeat("{\"a\":", depth))}}1{{new string('}', depth)}}}]}""";

        using HttpResponseMessage deepest = await app.PostTextAsync(Route, Nested(61), app.Key());
        using HttpResponseMessage deeper = await app.PostTextAsync(Route, Nested(62), app.Key());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (deepest.StatusCode, (await InvalidAsync(deeper)).Status));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_said_but_that()
    {
        await using TestApp app = await ConsultationApp.StartAsync();

        foreach (string body in (string[])["{", "[]", """{"consultations":[]}""", """{"consultations":[{"consultation_id":"1","conversation_text":"x"}],"bound_key":7}"""])
        {
            using HttpResponseMessage answer = await app.PostTextAsync(Route, body);
            Assert.Equal((HttpStatusCode.Unauthorized, """{"error": "Invalid bound key"}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
        }
    }

    private static object Batch(string text, int count, string? key = null) => new
    {
        consultations = Enumerable.Range(0, count).Select(i => new { consultation_id = $"CL-{i}", conversation_text = $"{text} {i}", metadata = new { call_date = "2025-09-13", duration = 180 } }),
        bound_key = key,
    };

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string text, string key, string idempotencyKey)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/v1/consultation/{Route}") { Content = JsonContent.Create(Batch(text, 1)) };
        request.Headers.Add("X-Bound-Key", key);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        return await app.Http.SendAsync(request, Stop);
    }

    private static async Task<string> IdAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("batch_id").GetString()!;
    }

    private static async Task AssertInvalidAsync(HttpResponseMessage answer, string field)
    {
        (HttpStatusCode status, JsonElement body) = await InvalidAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(field, Assert.Single(body.GetProperty("errors").EnumerateObject()).Name);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> InvalidAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }
}
