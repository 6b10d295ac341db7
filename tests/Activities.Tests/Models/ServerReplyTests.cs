using System.Globalization;
using System.Net;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;

namespace Workflows.Activities.Tests.Models;

public sealed class ServerReplyTests
{
    [Theory]
    [InlineData(400, """{"error":{"message":"response_format is not supported"}}""", ModelSendStatus.SchemaRejected)]
    [InlineData(422, """{"detail":"guided decoding failed"}""", ModelSendStatus.SchemaRejected)]
    [InlineData(400, """{"error":{"message":"This model's maximum context length is 4096 tokens"}}""", ModelSendStatus.Refused)]
    [InlineData(400, "{}", ModelSendStatus.Refused)]
    [InlineData(401, "", ModelSendStatus.Refused)]
    [InlineData(403, "", ModelSendStatus.Refused)]
    [InlineData(404, "", ModelSendStatus.Refused)]
    [InlineData(413, "", ModelSendStatus.Refused)]
    [InlineData(307, "", ModelSendStatus.Refused)]
    [InlineData(429, "", ModelSendStatus.RateLimited)]
    [InlineData(408, "", ModelSendStatus.Unavailable)]
    [InlineData(500, "", ModelSendStatus.Unavailable)]
    [InlineData(502, "<html>bad gateway</html>", ModelSendStatus.Unavailable)]
    [InlineData(503, "", ModelSendStatus.Unavailable)]
    [InlineData(409, "", ModelSendStatus.Failed)]
    [InlineData(204, "", ModelSendStatus.Failed)]
    public async Task A_status_becomes_an_outcome(int status, string body, ModelSendStatus expected)
    {
        using var server = new StubServer((HttpStatusCode)status, body);
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal(expected, outcome.Status);
        Assert.NotNull(outcome.SentAt);
    }

    [Fact]
    public async Task A_complaint_is_understood_from_the_start_of_a_long_error()
    {
        using var server = new StubServer(HttpStatusCode.BadRequest, """{"error":"response_format: unknown field","input":" """ + new string('x', 200_000));
        using var bench = new ModelBench(server);

        Assert.Equal(ModelSendStatus.SchemaRejected, (await bench.RunAsync()).Status);
    }

    [Fact]
    public async Task A_server_that_complains_about_a_format_it_was_not_sent_refuses()
    {
        using var server = new StubServer(HttpStatusCode.BadRequest, """{"error":{"message":"json_schema"}}""");
        using var bench = new ModelBench(server);

        Assert.Equal(ModelSendStatus.Refused, (await bench.RunAsync(bench.Send() with { UseResponseFormat = false })).Status);
    }

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("0", 0.0)]
    [InlineData("999999999", 3600.0)]
    [InlineData("-3", null)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Retry_after_is_read_in_seconds(string? header, double? expected)
    {
        using var server = new StubServer(HttpStatusCode.TooManyRequests, "", header);
        using var bench = new ModelBench(server);

        Assert.Equal(expected, (await bench.RunAsync()).RetryAfterSeconds);
    }

    [Theory]
    [InlineData(90, 90.0)]
    [InlineData(-90, 0.0)]
    public async Task Retry_after_is_read_as_a_date(int offset, double expected)
    {
        var time = new VirtualTime();
        using var server = new StubServer(HttpStatusCode.ServiceUnavailable, "", time.GetUtcNow().AddSeconds(offset).ToString("R", CultureInfo.InvariantCulture));
        using var bench = new ModelBench(server);

        Assert.Equal(expected, (await bench.RunAsync()).RetryAfterSeconds);
    }

    [Theory]
    [InlineData("""{"error":{"message":"out of memory near secret-prompt-text"}}""")]
    [InlineData("<html></html>")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[null]}""")]
    [InlineData("""{"choices":[{"message":null}]}""")]
    [InlineData("""{"choices":{}}""")]
    [InlineData("""{"choices":[{"message":{"content":"\ud800"}}]}""")]
    public async Task A_body_that_is_no_completion_fails_without_being_repeated(string body)
    {
        using var server = new StubServer(HttpStatusCode.OK, body);
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal(ModelSendStatus.Failed, outcome.Status);
        Assert.DoesNotContain("secret", outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":null,"reasoning_content":"{\"text\":\"fine\"}"}""")]
    [InlineData("""{"content":"","reasoning":"{\"text\":\"fine\"}"}""")]
    [InlineData("""{"content":[{"type":"text","text":"{\"text\":"},{"type":"text","text":"\"fine\"}"}]}""")]
    [InlineData("""{"content":"<think>hm</think>```json\n{\"text\":\"fine\"}\n```"}""")]
    public async Task The_answer_is_found_wherever_a_server_puts_it(string message)
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Completion(message));
        using var bench = new ModelBench(server);

        Assert.Equal(ModelBench.Good, (await bench.RunAsync()).Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","usage":null""")]
    [InlineData(""","usage":{"prompt_tokens":-1,"completion_tokens":1.5}""")]
    [InlineData(""","usage":{"prompt_tokens":2000000000,"completion_tokens":"9"}""")]
    public async Task Without_a_usable_count_tokens_are_estimated(string usage)
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Completion("""{"content":"{\"text\":\"fine\"}"}""", rest: usage));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((12, TokenEstimate.Of(ModelBench.Good)), (outcome.PromptTokens, outcome.CompletionTokens));
    }

    [Fact]
    public async Task An_answer_that_breaks_the_schema_is_invalid_and_kept_for_its_repair()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying("""{"text":5}"""));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Invalid, """{"text":5}""", null), (outcome.Status, outcome.RawForRepair, outcome.Answer));
        Assert.Equal("The JSON does not have the required shape: $.text must be string, but is 5.", outcome.Error);
    }

    [Fact]
    public async Task A_long_bad_answer_is_cut_for_its_repair_between_whole_characters()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying("x" + string.Concat(Enumerable.Repeat("\U0001F600", 10_000))));
        using var bench = new ModelBench(server);

        var raw = (await bench.RunAsync()).RawForRepair!;

        Assert.Equal(7_999, raw.Length);
        Assert.False(char.IsHighSurrogate(raw[^1]));
    }

    [Fact]
    public async Task An_answer_cut_at_its_token_limit_says_so()
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Completion("""{"content":"{\"text\":\"fi"}""", finish: "length"));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Invalid, "The answer was cut off at 500 tokens; answer more briefly."), (outcome.Status, outcome.Error));
    }

    [Theory]
    [InlineData("""{"text":"当列表为空时循环永远不会结束。"}""", ModelSendStatus.Invalid)]
    [InlineData("""{"text":"fine","quote":"当列表为空时循环永远不会结束。"}""", ModelSendStatus.Answered)]
    public async Task Chinese_is_invalid_except_in_quotations(string answer, ModelSendStatus expected)
    {
        using var server = new StubServer(HttpStatusCode.OK, ModelBench.Saying(answer));
        using var bench = new ModelBench(server);

        Assert.Equal(expected, (await bench.RunAsync()).Status);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read_to_its_end()
    {
        var stream = new EndlessStream();
        using var server = new StubServer(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) });
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Failed, "The answer of pool 'gptoss' is longer than 4 MB."), (outcome.Status, outcome.Error));
        Assert.InRange(stream.Given, 4 * 1024 * 1024, 5 * 1024 * 1024);
    }

    [Fact]
    public async Task A_huge_error_is_not_read_to_its_end()
    {
        var stream = new EndlessStream();
        using var server = new StubServer(() => new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new StreamContent(stream) });
        using var bench = new ModelBench(server);

        Assert.Equal(ModelSendStatus.Unavailable, (await bench.RunAsync()).Status);
        Assert.InRange(stream.Given, 0, 1024 * 1024);
    }

    [Fact]
    public async Task A_connection_that_fails_is_unavailable_and_named_without_addresses()
    {
        using var server = new StubServer(() => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (internal-host:8000)"));
        using var bench = new ModelBench(server);

        var outcome = await bench.RunAsync();

        Assert.Equal((ModelSendStatus.Unavailable, "The connection to pool 'gptoss' failed: ConnectionError."), (outcome.Status, outcome.Error));
    }
}
