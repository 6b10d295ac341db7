using System.Net;
using System.Text;
using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Activities.Tests.Models;

/// <summary>Answers that are shown while they are written.</summary>
public sealed class ChatStreamTests
{
    private readonly TokenFeed _feed = new();

    [Fact]
    public async Task Asked_for_as_a_stream_the_answer_is_shown_and_is_the_same_as_whole()
    {
        using StubServer server = Streams("{\"te", "xt\":\"fi", "ne\"}");
        using ModelBench bench = Bench(server);

        ModelSendOutcome outcome = await bench.RunAsync(Send(bench));

        Assert.Equal((ModelSendStatus.Answered, ModelBench.Good, 11, 7, "served-model"), (outcome.Status, outcome.Answer, outcome.PromptTokens, outcome.CompletionTokens, outcome.Model));
        Assert.Equal("fine", _feed.Read("topic")?.Text);
        using JsonDocument body = JsonDocument.Parse(server.Body!);
        Assert.True(body.RootElement.GetProperty("stream").GetBoolean());
        Assert.True(body.RootElement.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task Where_nobody_reads_nothing_is_streamed()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);

        ModelSendOutcome outcome = await bench.RunAsync(Send(bench));

        Assert.Equal(ModelSendStatus.Answered, outcome.Status);
        Assert.DoesNotContain("\"stream\"", server.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_answers_whole_all_the_same_is_understood()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = Bench(server);

        Assert.Equal(ModelBench.Good, (await bench.RunAsync(Send(bench))).Answer);
        Assert.Null(_feed.Read("topic"));
    }

    [Fact]
    public async Task A_repeated_attempt_is_a_new_run_of_the_feed()
    {
        using StubServer server = Streams("{\"text\":\"fine\"}");
        using ModelBench bench = Bench(server);

        await bench.RunAsync(Send(bench));
        long first = _feed.Read("topic")!.Run;
        await bench.RunAsync(Send(bench) with { Attempt = 2 });

        Assert.True(_feed.Read("topic")!.Run > first);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"secret\"}}\n\n", ModelSendStatus.Failed)]
    [InlineData("data: no json\n\n", ModelSendStatus.Failed)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"{\"}}]}\n\n", ModelSendStatus.Unavailable)]
    [InlineData("", ModelSendStatus.Unavailable)]
    [InlineData("data: [DONE]\n\n", ModelSendStatus.Invalid)]
    [InlineData("data: [1]\n\ndata: {\"choices\":[]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"{\\\"text\\\":1}\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", ModelSendStatus.Invalid)]
    public async Task A_stream_that_is_none_becomes_an_outcome_without_its_words(string stream, ModelSendStatus status)
    {
        using StubServer server = new(() => Response(stream));
        using ModelBench bench = Bench(server);

        ModelSendOutcome outcome = await bench.RunAsync(Send(bench));

        Assert.Equal(status, outcome.Status);
        Assert.DoesNotContain("secret", outcome.Error ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_without_an_end_is_cut_off()
    {
        using StubServer server = new(() => Response("data: " + new string('x', 5 * 1024 * 1024)));
        using ModelBench bench = Bench(server);

        Assert.Equal(ModelSendStatus.Failed, (await bench.RunAsync(Send(bench))).Status);
    }

    [Fact]
    public async Task The_simulator_streams_as_servers_do()
    {
        VirtualTime time = new();
        using SimulatorHandler simulator = ModelBench.Simulator(time, new FaultSettings());
        using ModelBench bench = Bench(simulator);

        ModelSendOutcome outcome = await bench.RunAsync(Send(bench));

        Assert.Equal((ModelSendStatus.Answered, true), (outcome.Status, outcome.Simulated));
        using JsonDocument answer = JsonDocument.Parse(outcome.Answer!);
        Assert.Equal(answer.RootElement.GetProperty("text").GetString(), _feed.Read("topic")?.Text);
    }

    private static ModelSend Send(ModelBench bench) => bench.Send() with { Request = bench.Send().Request with { Stream = new ModelStream("topic", "text") } };

    private static StubServer Streams(params string[] pieces) => new(() => Response(string.Concat(
        pieces.Select(piece => "data: {\"model\":\"served-model\",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + JsonSerializer.Serialize(piece) + "}}]}\n\n")
            .Append("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n")
            .Append("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7}}\n\n")
            .Append("data: [DONE]\n\n"))));

    private static HttpResponseMessage Response(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "text/event-stream") };

    private ModelBench Bench(HttpMessageHandler server) => new(server, _feed);
}
