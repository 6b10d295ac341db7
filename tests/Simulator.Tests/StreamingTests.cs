using System.Text.Json;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests;

public sealed class StreamingTests
{
    private const string Long = "The first sentence speaks of rivers and boats. The second speaks of mountains. The third is about roads in winter.";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_pieces_make_the_plain_answer_and_the_usage_comes_only_when_asked_for(bool usage)
    {
        using var simulator = new SimulatorFixture();
        var plain = await simulator.ContentAsync(SimulatorFixture.Request(Long));
        var events = await EventsAsync(simulator, usage);

        Assert.Equal("[DONE]", events[^1]);
        var chunks = events[..^1].Select(text => JsonDocument.Parse(text).RootElement).ToList();
        var choices = chunks.Where(chunk => chunk.GetProperty("choices").GetArrayLength() == 1).Select(chunk => chunk.GetProperty("choices")[0]).ToList();
        Assert.Equal(plain, string.Concat(choices.Select(choice => choice.GetProperty("delta").TryGetProperty("content", out var piece) ? piece.GetString() : "")));
        Assert.Equal("assistant", choices[0].GetProperty("delta").GetProperty("role").GetString());
        Assert.Equal("stop", choices[^1].GetProperty("finish_reason").GetString());
        Assert.All(choices.SkipLast(1), choice => Assert.Equal(JsonValueKind.Null, choice.GetProperty("finish_reason").ValueKind));
        Assert.All(chunks, chunk => Assert.Equal(("chat.completion.chunk", "simulated"), (chunk.GetProperty("object").GetString(), chunk.GetProperty("system_fingerprint").GetString())));
        Assert.Single(chunks.Select(chunk => chunk.GetProperty("id").GetString()).Distinct());
        Assert.Equal(usage, chunks[^1].TryGetProperty("usage", out var last) && last.ValueKind == JsonValueKind.Object);
        Assert.Equal(usage, chunks[^1].GetProperty("choices").GetArrayLength() == 0);
    }

    [Fact]
    public async Task The_first_piece_comes_after_the_latency_and_the_rest_at_the_model_s_speed()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { Latency = LatencyProfile.Fixed(2), TokensPerSecond = 10 });
        using var request = Message(false);
        var sent = simulator.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, SimulatorFixture.Cancellation);
        simulator.Time.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        Assert.False(sent.IsCompleted);

        simulator.Time.Advance(TimeSpan.FromTicks(1));
        using var response = await sent;
        var whole = response.Content.ReadAsStringAsync(SimulatorFixture.Cancellation);
        Assert.False(whole.IsCompleted);
        Assert.Equal(1, simulator.Model.Counters.Running);

        simulator.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.EndsWith("data: [DONE]\n\n", await whole, StringComparison.Ordinal);
        Assert.Equal(0, simulator.Model.Counters.Running);
    }

    [Fact]
    public async Task A_reader_that_leaves_in_the_middle_frees_the_slot()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { TokensPerSecond = 1 });
        using var request = Message(false);
        var response = await simulator.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, SimulatorFixture.Cancellation);
        Assert.Equal(1, simulator.Model.Counters.Running);

        response.Dispose();

        Assert.Equal((0, 1), (simulator.Model.Counters.Running, simulator.Model.Counters.Cancelled));
    }

    private static async Task<List<string>> EventsAsync(SimulatorFixture simulator, bool usage)
    {
        using var request = Message(usage);
        using var response = await simulator.Client.SendAsync(request, SimulatorFixture.Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(SimulatorFixture.Cancellation);
        return [.. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part =>
        {
            Assert.StartsWith("data: ", part, StringComparison.Ordinal);
            return part[6..];
        })];
    }

    private static HttpRequestMessage Message(bool usage)
    {
        var request = SimulatorFixture.Request(Long);
        request["stream"] = true;
        if (usage)
        {
            request["stream_options"] = new System.Text.Json.Nodes.JsonObject { ["include_usage"] = true };
        }

        return new HttpRequestMessage(HttpMethod.Post, "http://simulator.invalid/v1/chat/completions") { Content = new StringContent(request.ToJsonString()) };
    }
}
