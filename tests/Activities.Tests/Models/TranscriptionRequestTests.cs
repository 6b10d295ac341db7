using System.Net;
using System.Text.RegularExpressions;
using Workflows.Activities.Models;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Activities.Tests.Models;

public sealed partial class TranscriptionRequestTests
{
    [Fact]
    public async Task The_recording_goes_as_a_file_with_the_model_and_the_language_in_one_request()
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":" 안녕하세요. "}""");
        using ModelBench bench = Bench(server);

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Transcription(bench));

        string boundary = Boundary().Match(server.ContentType!).Groups[1].Value;
        Assert.Equal(("/v1/audio/transcriptions", 1), (server.Address!.AbsolutePath, server.Requests));
        Assert.Contains("name=file; filename=recording.wav", server.Body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: audio/wav", server.Body, StringComparison.Ordinal);
        Assert.Contains("secret-sound", server.Body, StringComparison.Ordinal);
        Assert.Equal(
            [("model", "gptoss"), ("response_format", "json"), ("temperature", "0"), ("language", "ko")],
            Fields(server.Body!, boundary).Where(field => field.Name != "file"));
        Assert.Equal((ModelSendStatus.Answered, """{"text":"\uC548\uB155\uD558\uC138\uC694."}"""), (outcome.Status, outcome.Answer));
        Assert.Equal("안녕하세요.", ModelTranscript.FromAnswer(outcome.Answer!).Text);
    }

    [Fact]
    public async Task Without_a_language_none_is_sent()
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":""}""");
        using ModelBench bench = Bench(server);

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Transcription(bench, language: null));

        Assert.DoesNotContain("language", server.Body, StringComparison.Ordinal);
        Assert.Equal((ModelSendStatus.Answered, ""), (outcome.Status, ModelTranscript.FromAnswer(outcome.Answer!).Text));
    }

    [Fact]
    public async Task A_recording_cannot_add_fields_to_its_request()
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":"x"}""");
        using ModelBench bench = Bench(server, Recordings.Wav(400, "\r\n--guess\r\nContent-Disposition: form-data; name=model\r\n\r\nother\r\n"));

        await bench.RunAsync(Recordings.Transcription(bench));

        string boundary = Boundary().Match(server.ContentType!).Groups[1].Value;
        Assert.Equal(["file", "model", "response_format", "temperature", "language"], Fields(server.Body!, boundary).Select(field => field.Name));
    }

    [Theory]
    [InlineData("not there", "The recording is not in the content store any more.")]
    [InlineData("too large", "The recording has 26214401 bytes, and at most 26214400 are sent.")]
    [InlineData("a program", "The recording is of no type that models take; there are audio/wav, audio/mpeg, audio/mp4, audio/webm, audio/ogg, audio/flac.")]
    [InlineData("empty", "The recording is of no type that models take; there are audio/wav, audio/mpeg, audio/mp4, audio/webm, audio/ogg, audio/flac.")]
    public async Task What_cannot_be_a_recording_is_refused_and_nothing_is_sent(string what, string error)
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":"x"}""");
        using ModelBench bench = Bench(server, what switch
        {
            "too large" => Recordings.Wav(ModelMedia.LargestAudio + 1),
            "a program" => "MZ this is no sound"u8.ToArray(),
            "empty" => [],
            _ => null,
        });

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Transcription(bench));

        Assert.Equal((ModelSendStatus.Refused, error, 0), (outcome.Status, outcome.Error, server.Requests));
    }

    [Theory]
    [InlineData("korean")]
    [InlineData("KO")]
    [InlineData("k\r")]
    public async Task A_language_that_is_none_is_refused(string language)
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":"x"}""");
        using ModelBench bench = Bench(server, Recordings.Wav());

        Assert.Equal((ModelSendStatus.Refused, 0), ((await bench.RunAsync(Recordings.Transcription(bench, language))).Status, server.Requests));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "response_format verbose is unknown", ModelSendStatus.Refused)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "", ModelSendStatus.Refused)]
    [InlineData(HttpStatusCode.TooManyRequests, "", ModelSendStatus.RateLimited)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", ModelSendStatus.Unavailable)]
    [InlineData(HttpStatusCode.OK, "plain text", ModelSendStatus.Invalid)]
    [InlineData(HttpStatusCode.OK, """{"error":"no"}""", ModelSendStatus.Invalid)]
    public async Task What_a_server_does_is_an_outcome_as_for_any_call(HttpStatusCode status, string body, ModelSendStatus expected)
    {
        using StubServer server = new(status, body);
        using ModelBench bench = Bench(server);

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Transcription(bench));

        Assert.Equal((expected, null), (outcome.Status, outcome.Answer));
    }

    [Fact]
    public async Task Neither_the_recording_nor_what_was_said_reaches_a_log()
    {
        using StubServer server = new(HttpStatusCode.OK, """{"text":"secret words"}""");
        using ModelBench bench = Bench(server);

        await bench.RunAsync(Recordings.Transcription(bench));

        Assert.DoesNotContain("secret", string.Join('\n', bench.Logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulator_writes_down_over_HTTP_what_it_says_is_simulated()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        SimulatorOptions options = new() { Port = 0, Models = new Dictionary<string, ModelProfile> { ["speech"] = new() { Latency = LatencyProfile.Fixed(0) } } };
        await using SimulatorServer simulator = await SimulatorServer.StartAsync(options, TimeProvider.System, token);
        using HttpModelTransport transport = new();
        using ModelBench bench = new(
            transport, new VirtualTime(), ("Models:Pools:speech:Endpoint", simulator.Endpoint.ToString()), ("Models:Pools:speech:Model", "speech"));
        bench.Content.Put(Recordings.Key, Recordings.Wav(ModelMedia.LargestAudio));

        ModelSendOutcome outcome = await bench.RunAsync(Recordings.Transcription(bench, pool: "speech"));

        Assert.Equal((ModelSendStatus.Answered, true, 200), (outcome.Status, outcome.Simulated, outcome.HttpStatus));
        Assert.StartsWith("[simulated transcription ", ModelTranscript.FromAnswer(outcome.Answer!).Text, StringComparison.Ordinal);
        Assert.Equal(1, simulator.Models["speech"].Counters.Completed);
    }

    private static ModelBench Bench(StubServer server) => Bench(server, Recordings.Wav());

    private static ModelBench Bench(StubServer server, byte[]? recording)
    {
        ModelBench bench = new(server);
        if (recording is not null)
        {
            bench.Content.Put(Recordings.Key, recording);
        }

        return bench;
    }

    private static IEnumerable<(string Name, string Value)> Fields(string body, string boundary) => body.Split($"--{boundary}")
        .Select(part => part.Split("\r\n\r\n", 2))
        .Where(part => part.Length == 2)
        .Select(part => (Named().Match(part[0]).Groups[1].Value, part[1].TrimEnd('\r', '\n')));

    [GeneratedRegex("boundary=\"?([^\"]+)\"?$")]
    private static partial Regex Boundary();

    [GeneratedRegex("name=\"?([a-z_]+)")]
    private static partial Regex Named();
}
