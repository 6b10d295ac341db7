using System.Text.Json.Nodes;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator.Tests;

public sealed class DeterminismTests
{
    private static readonly string[] Texts = ["First text. It speaks of boats.", "Second text. It speaks of roads.", "Third text. It speaks of rain."];

    [Fact]
    public async Task The_same_requests_in_another_order_get_the_same_answers() =>
        Assert.Equal((await AnswersAsync(Texts)).Order(), (await AnswersAsync(Texts.Reverse())).Order());

    [Fact]
    public void The_same_requests_in_another_order_take_the_same_times()
    {
        var times = Latencies(Texts, seed: 3);

        Assert.Equal(times.AsEnumerable().Reverse(), Latencies(Texts.Reverse(), seed: 3));
        Assert.Equal(3, times.Distinct().Count());
        Assert.NotEqual(times, Latencies(Texts, seed: 4));
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_simulated()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.SendAsync("hello there");
        var body = await SimulatorFixture.ReadAsync(response);

        Assert.Equal("true", Assert.Single(response.Headers.GetValues("x-simulated")));
        Assert.Equal("simulated", body.GetProperty("system_fingerprint").GetString());
        Assert.Equal($"chatcmpl-{RequestDigest.Of([("user", "hello there")])[..24]}", body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Usage_counts_four_ascii_characters_or_one_other_as_a_token()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.SendAsync("12345한국");

        Assert.Equal(4, (await SimulatorFixture.ReadAsync(response)).GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
    }

    [Fact]
    public async Task Output_above_the_limit_ends_with_length()
    {
        using var simulator = new SimulatorFixture();
        var request = SimulatorFixture.Request("A rather long sentence that will be said again.");
        request["max_completion_tokens"] = 3;
        using var response = await simulator.SendAsync(request);
        var choice = (await SimulatorFixture.ReadAsync(response)).GetProperty("choices")[0];

        Assert.Equal("length", choice.GetProperty("finish_reason").GetString());
        Assert.Equal(12, choice.GetProperty("message").GetProperty("content").GetString()!.Length);
    }

    [Fact]
    public async Task A_plain_question_is_answered_from_its_own_text_in_its_own_language()
    {
        using var simulator = new SimulatorFixture();

        Assert.Equal("배송이 늦어 고객이 환불을 요청했습니다.", await simulator.ContentAsync(SimulatorFixture.Request("배송이 늦어 고객이 환불을 요청했습니다.")));
    }

    [Fact]
    public async Task A_schema_that_nobody_knows_is_filled_from_the_text()
    {
        using var simulator = new SimulatorFixture();
        var schema = JsonNode.Parse("""{"type":"object","properties":{"summary":{"type":"string"},"score":{"type":"number","minimum":1,"maximum":5}},"required":["summary","score"]}""")!;
        var content = await simulator.ContentAsync(SimulatorFixture.Request("The box was late. It is fine.", "Task C9: sum up", SimulatorFixture.SchemaFormat("summary", schema)));

        Assert.Equal("""{"summary":"The box was late.","score":1}""", content);
    }

    private static List<TimeSpan> Latencies(IEnumerable<string> texts, long seed)
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { Latency = LatencyProfile.LogNormal(5, 0.5, 1, 30) }, seed);
        return [.. texts.Select(text => simulator.Model.Admit(new CallDescription("F1", RequestDigest.Of([("user", text)]), 1, 0, false)).Lease!.Latency)];
    }

    private static async Task<List<string>> AnswersAsync(IEnumerable<string> texts)
    {
        using var simulator = new SimulatorFixture();
        var answers = new List<string>();
        foreach (var text in texts)
        {
            answers.Add($"{text}: {await simulator.ContentAsync(SimulatorFixture.Request(text))}");
        }

        return answers;
    }
}
