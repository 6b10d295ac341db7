using System.Net;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests.Protocol;

public sealed class MalformedRequestTests
{
    private const string Hello = """[{"role":"user","content":"hello"}]""";

    [Theory]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("{", null)]
    [InlineData("""{"messages":[]}""", "model")]
    [InlineData("""{"model":7,"messages":[]}""", "model")]
    [InlineData("""{"model":"m"}""", "messages")]
    [InlineData("""{"model":"m","messages":[]}""", "messages")]
    [InlineData("""{"model":"m","messages":["x"]}""", "messages[0]")]
    [InlineData("""{"model":"m","messages":[{"role":"boss","content":"x"}]}""", "messages[0].role")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":7}]}""", "messages[0].content")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":["x"]}]}""", "messages[0].content")]
    [InlineData("""{"model":"m","messages":[{"role":"user","content":"\ud800"}]}""", null)]
    [InlineData("""{"model":"m","messages":HELLO,"stream":"yes"}""", "stream")]
    [InlineData("""{"model":"m","messages":HELLO,"stream_options":{"include_usage":true}}""", "stream_options")]
    [InlineData("""{"model":"m","messages":HELLO,"n":2}""", "n")]
    [InlineData("""{"model":"m","messages":HELLO,"max_tokens":0}""", "max_tokens")]
    [InlineData("""{"model":"m","messages":HELLO,"max_tokens":1.5}""", "max_tokens")]
    [InlineData("""{"model":"m","messages":HELLO,"response_format":"json"}""", "response_format")]
    [InlineData("""{"model":"m","messages":HELLO,"response_format":{"type":"grammar"}}""", "response_format.type")]
    [InlineData("""{"model":"m","messages":HELLO,"response_format":{"type":"json_schema"}}""", "response_format.json_schema")]
    [InlineData("""{"model":"m","messages":HELLO,"response_format":{"type":"json_schema","json_schema":{"schema":{}}}}""", "response_format.json_schema.name")]
    public async Task A_bad_request_gets_400_that_names_the_field(string body, string? field)
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/chat/completions", body.Replace("HELLO", Hello, StringComparison.Ordinal));
        var error = (await SimulatorFixture.ReadAsync(response)).GetProperty("error");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(("invalid_request_error", field), (error.GetProperty("type").GetString(), error.GetProperty("param").GetString()));
    }

    [Theory]
    [InlineData("POST", "/v1/chat/completions", """{"model":"other","messages":[{"role":"user","content":"x"}]}""", HttpStatusCode.NotFound, "model_not_found")]
    [InlineData("POST", "/v1/embeddings", """{"model":"other","input":"x"}""", HttpStatusCode.NotFound, "model_not_found")]
    [InlineData("GET", "/sim/models/other", "", HttpStatusCode.NotFound, "model_not_found")]
    [InlineData("GET", "/v1/nothing", "", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/v1/chat/completions", "", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("POST", "/v1/models", "", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("DELETE", "/sim/models/m", "", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    public async Task What_is_not_there_is_said_in_the_usual_shape(string method, string path, string body, HttpStatusCode status, string code)
    {
        using var simulator = new SimulatorFixture();
        using var request = new HttpRequestMessage(new HttpMethod(method), "http://simulator.invalid" + path) { Content = new StringContent(body) };
        using var response = await simulator.Client.SendAsync(request, SimulatorFixture.Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, (await SimulatorFixture.ReadAsync(response)).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_body_above_thirty_two_megabytes_gets_413()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/chat/completions", new string(' ', (32 * 1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_large_diff_within_the_limit_is_read_and_answered()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { ContextTokens = int.MaxValue });
        var lines = Enumerable.Range(0, 50_000).Select(i => i % 2 == 0 ? $"-    total = total + price{i} * {i}; // kept as it was" : $"+    total = total + price{i} * {i + 1}; // a price more");
        var user = Answers.DiffText.Data("diff", Answers.DiffText.Of("a.cs", [.. lines]));
        using var response = await simulator.SendAsync(SimulatorFixture.Request(user, "Task F1: intent"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Parts_of_text_are_read_as_one_message()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/chat/completions", """{"model":"m","messages":[{"role":"user","content":[{"type":"text","text":"Good day."},{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,/9j/4AAQ"}}]}]}""");

        Assert.StartsWith("Good day.", (await SimulatorFixture.MessageAsync(response)).GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_and_health_are_listed()
    {
        using var simulator = new SimulatorFixture();
        using var models = await simulator.GetAsync("/v1/models");
        using var health = await simulator.GetAsync("/health");
        using var controls = await simulator.GetAsync("/sim/models");

        Assert.Equal([.. NamedProfiles.Get(NamedProfiles.Quick).Keys, "m"], (await SimulatorFixture.ReadAsync(models)).GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()!));
        Assert.True((await SimulatorFixture.ReadAsync(health)).GetProperty("simulated").GetBoolean());
        Assert.Equal(NamedProfiles.Get(NamedProfiles.Quick).Count + 1, (await SimulatorFixture.ReadAsync(controls)).GetArrayLength());
    }
}
