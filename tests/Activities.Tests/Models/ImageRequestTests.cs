using System.Net;
using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Activities.Tests.Models;

public sealed class ImageRequestTests
{
    [Fact]
    public async Task The_images_stand_in_the_question_itself_in_their_order()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        bench.Content.Put("a/1.jpg", Recordings.Jpeg());
        bench.Content.Put("a/2.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Seeing(bench, "a/1.jpg", "a/2.png"));

        JsonElement content = JsonElement.Parse(server.Body!).GetProperty("messages")[1].GetProperty("content");
        Assert.Equal((ModelSendStatus.Answered, 1), (outcome.Status, server.Requests));
        Assert.Equal(["text", "image_url", "image_url"], content.EnumerateArray().Select(part => part.GetProperty("type").GetString()));
        Assert.Equal("secret-prompt-text", content[0].GetProperty("text").GetString());
        Assert.Equal(
            [$"data:image/jpeg;base64,{Convert.ToBase64String(Recordings.Jpeg())}", "data:image/png;base64,iVBORw0KGgo="],
            content.EnumerateArray().Skip(1).Select(part => part.GetProperty("image_url").GetProperty("url").GetString()));
    }

    [Fact]
    public async Task A_repair_shows_the_images_again()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        bench.Content.Put("a/1.jpg", Recordings.Jpeg());

        await bench.RunAsync(Recordings.Seeing(bench, "a/1.jpg") with { Messages = [new ModelMessage { Role = ModelMessage.Assistant, Text = "bad" }, new ModelMessage { Role = ModelMessage.User, Text = "mend it" }] });

        Assert.Equal(
            [JsonValueKind.String, JsonValueKind.Array, JsonValueKind.String, JsonValueKind.String],
            JsonElement.Parse(server.Body!).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ValueKind));
    }

    [Theory]
    [InlineData("not there", "An image is not in the content store any more.")]
    [InlineData("too large", "An image has 2097153 bytes, and at most 2097152 are sent.")]
    [InlineData("a page", "An image is of no type that models take; there are image/jpeg, image/png, image/webp.")]
    public async Task What_cannot_be_an_image_is_refused_and_nothing_is_sent(string what, string error)
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        if (what != "not there")
        {
            bench.Content.Put("a/1.jpg", what == "too large" ? Recordings.Jpeg(ModelMedia.LargestImage + 1) : "<svg onload='x'/>"u8.ToArray());
        }

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Seeing(bench, "a/1.jpg"));

        Assert.Equal((ModelSendStatus.Refused, error, 0), (outcome.Status, outcome.Error, server.Requests));
    }

    [Fact]
    public async Task More_images_than_a_request_may_have_are_refused()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server);
        ModelSend send = bench.Send();

        ModelSendOutcome outcome = await bench.RunAsync(send with { Request = send.Request with { Prompt = send.Request.Prompt with { ImageKeys = [.. Enumerable.Repeat("a/1.jpg", 9)] } } });

        Assert.Equal((ModelSendStatus.Refused, "A request has at most 8 images.", 0), (outcome.Status, outcome.Error, server.Requests));
        Assert.Throws<ArgumentOutOfRangeException>(() => send.Request.WithImages([.. Enumerable.Repeat("a/1.jpg", 9)]));
    }

    [Fact]
    public async Task Images_count_against_the_context()
    {
        using StubServer server = new(HttpStatusCode.OK, ModelBench.Saying(ModelBench.Good));
        using ModelBench bench = new(server, ("Models:Pools:gptoss:ContextTokens", "1500"));
        bench.Content.Put("a/1.jpg", Recordings.Jpeg());

        Assert.Equal((ModelSendStatus.Refused, 0), ((await bench.RunAsync(Recordings.Seeing(bench, "a/1.jpg"))).Status, server.Requests));
    }

    [Fact]
    public void A_request_with_images_asks_the_fleet_for_their_tokens_and_stores_no_bytes()
    {
        using StubServer server = new(HttpStatusCode.OK, "");
        using ModelBench bench = new(server);
        ModelSend send = Recordings.Seeing(bench, "a/1.jpg") with { Media = [Recordings.Jpeg()] };

        Assert.Equal(20 + ModelMedia.ImageTokens, send.Request.PromptTokens);
        Assert.DoesNotContain("Media", JsonSerializer.Serialize(send), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_an_image_nor_the_question_reaches_a_log()
    {
        using StubServer server = new(HttpStatusCode.InternalServerError, "secret");
        using ModelBench bench = new(server);
        bench.Content.Put("a/1.jpg", Recordings.Jpeg());

        await bench.RunAsync(Recordings.Seeing(bench, "a/1.jpg"));

        Assert.DoesNotContain("secret", string.Join('\n', bench.Logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulator_answers_over_HTTP_about_as_many_images_as_there_may_be()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        SimulatorOptions options = new() { Port = 0, Models = new Dictionary<string, ModelProfile> { ["vision"] = new() { Latency = LatencyProfile.Fixed(0) } } };
        await using SimulatorServer simulator = await SimulatorServer.StartAsync(options, TimeProvider.System, token);
        using HttpModelTransport transport = new();
        using ModelBench bench = new(
            transport, new VirtualTime(), ("Models:Pools:vision:Endpoint", simulator.Endpoint.ToString()), ("Models:Pools:vision:Model", "vision"));
        string[] keys = [.. Enumerable.Range(0, ModelMedia.MostImages).Select(number => $"a/{number}.jpg")];
        Array.ForEach(keys, key => bench.Content.Put(key, Recordings.Jpeg(ModelMedia.LargestImage)));

        ModelSend send = Recordings.Seeing(bench, keys);
        ModelSendOutcome outcome = await bench.RunAsync(send with { Pool = "vision", Request = send.Request with { Language = null } });

        Assert.Equal((ModelSendStatus.Answered, true), (outcome.Status, outcome.Simulated));
        Assert.InRange(outcome.PromptTokens, ModelMedia.MostImages * ModelMedia.ImageTokens, (ModelMedia.MostImages * ModelMedia.ImageTokens) + 1_000);
    }
}
