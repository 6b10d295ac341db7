using System.Net;
using System.Runtime.InteropServices;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests.Protocol;

public sealed class SideEndpointTests
{
    [Fact]
    public async Task Embeddings_are_unit_vectors_that_are_near_for_similar_texts()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/embeddings", """{"model":"m","input":["The parcel arrived late","The parcel arrived too late","Quantum chromodynamics on lattices"]}""");
        var vectors = (await SimulatorFixture.ReadAsync(response)).GetProperty("data").EnumerateArray()
            .Select(item => item.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle()).ToArray()).ToList();

        Assert.All(vectors, vector => Assert.Equal(1, Dot(vector, vector), 4));
        Assert.True(Dot(vectors[0], vectors[1]) > 0.6);
        Assert.True(Dot(vectors[0], vectors[2]) < 0.3);
    }

    [Fact]
    public async Task Embeddings_in_base64_are_the_same_numbers()
    {
        using var simulator = new SimulatorFixture();
        using var plain = await simulator.PostAsync("/v1/embeddings", """{"model":"m","input":"hello","dimensions":8}""");
        using var packed = await simulator.PostAsync("/v1/embeddings", """{"model":"m","input":"hello","dimensions":8,"encoding_format":"base64"}""");
        var bytes = (await SimulatorFixture.ReadAsync(packed)).GetProperty("data")[0].GetProperty("embedding").GetBytesFromBase64();

        Assert.Equal(
            (await SimulatorFixture.ReadAsync(plain)).GetProperty("data")[0].GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle()),
            MemoryMarshal.Cast<byte, float>(bytes).ToArray());
    }

    [Fact]
    public async Task Embeddings_say_that_they_are_simulated()
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/embeddings", """{"model":"m","input":"hello"}""");

        Assert.Equal("simulated", (await SimulatorFixture.ReadAsync(response)).GetProperty("system_fingerprint").GetString());
    }

    [Theory]
    [InlineData(4, HttpStatusCode.OK)]
    [InlineData(3, HttpStatusCode.BadRequest)]
    public async Task The_context_holds_for_each_input_and_not_for_all_of_them(int contextTokens, HttpStatusCode expected)
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { ContextTokens = contextTokens });
        using var response = await simulator.PostAsync("/v1/embeddings", """{"model":"m","input":["sixteen letters.","sixteen letters.","short"]}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"model":"m"}""")]
    [InlineData("""{"model":"m","input":[]}""")]
    [InlineData("""{"model":"m","input":""}""")]
    [InlineData("""{"model":"m","input":[1,2]}""")]
    [InlineData("""{"model":"m","input":"x","dimensions":0}""")]
    [InlineData("""{"model":"m","input":"x","encoding_format":"hex"}""")]
    public async Task A_bad_embedding_request_gets_400(string body)
    {
        using var simulator = new SimulatorFixture();
        using var response = await simulator.PostAsync("/v1/embeddings", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_call_that_hangs_holds_a_timer_and_its_slot_until_its_client_goes()
    {
        using var simulator = new SimulatorFixture(SimulatorFixture.Instant with { Faults = new FaultSettings { Hang = new FaultSetting { Next = 1 } } });
        using var leaving = new CancellationTokenSource();
        using var body = new StringContent("""{"model":"m","input":"hello"}""");
        var call = simulator.Client.PostAsync(new Uri("http://simulator.invalid/v1/embeddings"), body, leaving.Token);

        simulator.Time.Advance(TimeSpan.FromDays(100));
        Assert.Equal((false, true, 1), (call.IsCompleted, simulator.Time.NextDue is not null, simulator.Model.Counters.Running));

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, 1), (simulator.Model.Counters.Running, simulator.Model.Counters.Cancelled));
    }

    [Fact]
    public async Task A_transcription_depends_on_the_bytes_alone_and_is_labelled()
    {
        using var simulator = new SimulatorFixture();
        var first = await TranscribeAsync(simulator, [1, 2, 3], "json");

        Assert.Equal(first, await TranscribeAsync(simulator, [1, 2, 3], "json"));
        Assert.NotEqual(first, await TranscribeAsync(simulator, [1, 2, 4], "json"));
        Assert.Contains("[simulated transcription", first, StringComparison.Ordinal);
        Assert.StartsWith("[simulated transcription", await TranscribeAsync(simulator, [1, 2, 3], "text"), StringComparison.Ordinal);
        Assert.Contains("\"system_fingerprint\":\"simulated\"", first, StringComparison.Ordinal);
        Assert.Contains("\"duration\"", await TranscribeAsync(simulator, [1, 2, 3], "verbose_json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transcription_without_a_file_or_without_parts_gets_400()
    {
        using var simulator = new SimulatorFixture();
        using var empty = new MultipartFormDataContent { { new StringContent("m"), "model" } };
        using var withoutFile = await simulator.Client.PostAsync(new Uri("http://simulator.invalid/v1/audio/transcriptions"), empty, SimulatorFixture.Cancellation);
        using var withoutParts = await simulator.PostAsync("/v1/audio/transcriptions", "{}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (withoutFile.StatusCode, withoutParts.StatusCode));
    }

    private static async Task<string> TranscribeAsync(SimulatorFixture simulator, byte[] audio, string format)
    {
        using var body = new MultipartFormDataContent
        {
            { new ByteArrayContent(audio), "file", "a.wav" },
            { new StringContent("m"), "model" },
            { new StringContent(format), "response_format" },
        };
        using var response = await simulator.Client.PostAsync(new Uri("http://simulator.invalid/v1/audio/transcriptions"), body, SimulatorFixture.Cancellation);
        return await response.Content.ReadAsStringAsync(SimulatorFixture.Cancellation);
    }

    private static double Dot(float[] one, float[] two) => one.Zip(two, (a, b) => (double)a * b).Sum();
}
