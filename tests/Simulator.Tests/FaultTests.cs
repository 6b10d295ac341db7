using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests;

public sealed class FaultTests
{
    private static readonly JsonObject Format = SimulatorFixture.SchemaFormat(
        "note",
        JsonNode.Parse("""{"type":"object","properties":{"summary":{"type":"string"}},"required":["summary"],"additionalProperties":false}""")!);

    [Theory]
    [InlineData("http500", HttpStatusCode.InternalServerError)]
    [InlineData("http429", HttpStatusCode.TooManyRequests)]
    [InlineData("http503", HttpStatusCode.ServiceUnavailable)]
    [InlineData("rejectSchema", HttpStatusCode.BadRequest)]
    public async Task A_status_fault_answers_with_its_status_in_the_usual_shape(string fault, HttpStatusCode status)
    {
        using var simulator = await WithAsync(fault);
        using var response = await simulator.SendAsync(StructuredRequest());

        Assert.Equal(status, response.StatusCode);
        Assert.NotEqual("", (await SimulatorFixture.ReadAsync(response)).GetProperty("error").GetProperty("message").GetString());
        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync(StructuredRequest())).StatusCode);
    }

    [Fact]
    public async Task Overload_faults_carry_retry_after_and_take_no_slot()
    {
        using var simulator = await WithAsync("http429");
        using var response = await simulator.SendAsync("hello");

        Assert.Equal("1", Assert.Single(response.Headers.GetValues("Retry-After")));
        Assert.Equal((1, 0), (simulator.Model.Counters.Rejected, simulator.Model.Counters.Accepted));
    }

    [Fact]
    public async Task A_schema_is_rejected_only_where_one_is_sent()
    {
        using var simulator = await WithAsync("rejectSchema");

        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync("hello")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.SendAsync(StructuredRequest())).StatusCode);
    }

    [Fact]
    public async Task A_hanging_call_ends_when_its_client_goes()
    {
        using var simulator = await WithAsync("hang");
        using var leaving = new CancellationTokenSource();
        var call = simulator.SendAsync(SimulatorFixture.Request("hello"), leaving.Token);

        simulator.Time.Advance(TimeSpan.FromDays(2));
        Assert.False(call.IsCompleted);
        Assert.Equal(1, simulator.Model.Counters.Running);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, 1), (simulator.Model.Counters.Running, simulator.Model.Counters.Cancelled));
    }

    [Fact]
    public async Task Broken_json_cannot_be_parsed()
    {
        using var simulator = await WithAsync("brokenJson");
        var content = await simulator.ContentAsync(StructuredRequest());

        Assert.StartsWith("{", content, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(content));
    }

    [Fact]
    public async Task Json_in_reasoning_leaves_the_content_null()
    {
        using var simulator = await WithAsync("jsonInReasoning");
        using var response = await simulator.SendAsync(StructuredRequest());
        var message = await SimulatorFixture.MessageAsync(response);

        Assert.Equal(JsonValueKind.Null, message.GetProperty("content").ValueKind);
        Assert.True(JsonDocument.Parse(message.GetProperty("reasoning_content").GetString()!).RootElement.TryGetProperty("summary", out _));
    }

    [Fact]
    public async Task Chinese_replaces_the_free_texts_and_keeps_the_shape()
    {
        using var simulator = await WithAsync("chinese");
        var summary = JsonDocument.Parse(await simulator.ContentAsync(StructuredRequest())).RootElement.GetProperty("summary").GetString()!;

        Assert.Contains(summary, character => character is >= '\u4e00' and <= '\u9fff');
    }

    [Fact]
    public async Task Empty_content_is_empty()
    {
        using var simulator = await WithAsync("emptyContent");

        Assert.Equal("", await simulator.ContentAsync(StructuredRequest()));
    }

    [Fact]
    public async Task Fenced_json_stands_between_chatter()
    {
        using var simulator = await WithAsync("fencedJson");
        var content = await simulator.ContentAsync(StructuredRequest());
        var inside = content.Split("```json\n")[1].Split("\n```")[0];

        Assert.True(JsonDocument.Parse(inside).RootElement.TryGetProperty("summary", out _));
        Assert.False(content.StartsWith("```", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_fails_the_client_in_mid_body(bool stream)
    {
        using var simulator = await WithAsync("cut");
        var request = StructuredRequest();
        request["stream"] = stream;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => simulator.SendAsync(request));
        Assert.Equal((1, 0), (simulator.Model.Counters.Failed, simulator.Model.Counters.Running));
    }

    [Fact]
    public async Task A_rate_strikes_about_its_share_of_calls_and_the_same_ones_for_a_seed()
    {
        var first = await StruckAsync(seed: 5);
        var second = await StruckAsync(seed: 5);

        Assert.Equal(first, second);
        Assert.InRange(first.Count(struck => struck), 60, 140);
        Assert.NotEqual(first, await StruckAsync(seed: 6));
    }

    [Fact]
    public async Task A_repeated_request_is_drawn_anew()
    {
        using var simulator = new SimulatorFixture();
        await simulator.PutAsync("/sim/models/m", """{"faults":{"http500":{"rate":0.5}}}""");
        var results = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            results.Add((await simulator.SendAsync("same")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.OK, results);
        Assert.Contains(HttpStatusCode.InternalServerError, results);
    }

    [Fact]
    public async Task Next_counts_down_and_can_be_kept_to_some_tasks()
    {
        using var simulator = new SimulatorFixture();
        await simulator.PutAsync("/sim/models/m", """{"faults":{"http500":{"next":1,"tasks":["F3"]}}}""");

        Assert.Equal(HttpStatusCode.OK, (await simulator.SendAsync("hello")).StatusCode);
        Assert.Equal(1, simulator.Model.Profile.Faults.Http500!.Next);
        Assert.Equal(HttpStatusCode.InternalServerError, (await simulator.SendAsync(SimulatorFixture.Request("x", "Task F3: y"))).StatusCode);
        Assert.Equal(0, simulator.Model.Profile.Faults.Http500!.Next);
        Assert.Equal(1, simulator.Model.Counters.Faults["Http500"]);
    }

    private static async Task<List<bool>> StruckAsync(long seed)
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { Faults = new FaultSettings { Http500 = new FaultSetting { Rate = 0.5 } } }, seed);
        var struck = new List<bool>();
        for (var i = 0; i < 200; i++)
        {
            struck.Add((await simulator.SendAsync($"call {i}")).StatusCode == HttpStatusCode.InternalServerError);
        }

        return struck;
    }

    private static async Task<SimulatorFixture> WithAsync(string fault)
    {
        var simulator = new SimulatorFixture();
        using var response = await simulator.PutAsync("/sim/models/m", "{\"faults\":{\"" + fault + "\":{\"next\":1}}}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return simulator;
    }

    private static JsonObject StructuredRequest() => SimulatorFixture.Request("The meeting is at noon. Bring the plan.", null, Format.DeepClone().AsObject());
}
