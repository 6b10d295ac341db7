using System.Net;
using System.Net.Http.Json;
using System.Text;
using Workflows.Runtime.Engine.Testing;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Tests;

public sealed class SimulatorServerTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private SimulatorServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _server = await SimulatorServer.StartAsync(new SimulatorOptions { Models = new Dictionary<string, ModelProfile> { ["m"] = SimulatorFixture.Instant } }, _time, Cancellation);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_answers_over_a_socket_as_the_handler_does()
    {
        using var simulator = new SimulatorFixture();
        using var response = await PostAsync("chat/completions", SimulatorFixture.Request("Hello there. Good day.").ToJsonString());

        Assert.Equal(("/v1", "127.0.0.1"), (_server.Endpoint.AbsolutePath, _server.Endpoint.Host));
        Assert.Equal("true", Assert.Single(response.Headers.GetValues("x-simulated")));
        Assert.Equal(
            await simulator.ContentAsync(SimulatorFixture.Request("Hello there. Good day.")),
            (await SimulatorFixture.MessageAsync(response)).GetProperty("content").GetString());
    }

    [Fact]
    public async Task It_streams()
    {
        var request = SimulatorFixture.Request("Hello there. Good day.");
        request["stream"] = true;
        using var response = await PostAsync("chat/completions", request.ToJsonString());

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("data: [DONE]\n\n", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_breaks_in_mid_body(bool stream)
    {
        await PutAsync("""{"faults":{"cut":{"next":1}}}""");
        var request = SimulatorFixture.Request("Hello there. Good day.");
        request["stream"] = stream;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync("chat/completions", request.ToJsonString()));
        Assert.Equal(1, _server.Models["m"].Counters.Failed);
    }

    [Fact]
    public async Task A_body_announced_as_too_large_gets_413()
    {
        // The body waits for leave to be sent, which it does not get: while it is being sent the connection may be closed before the answer is read.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_server.Endpoint}/chat/completions") { Content = new ByteArrayContent(new byte[(32 * 1024 * 1024) + 1]) };
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("request_too_large", (await SimulatorFixture.ReadAsync(response)).GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Stopping_ends_a_hanging_call()
    {
        await PutAsync("""{"faults":{"hang":{"next":1}}}""");
        var call = PostAsync("chat/completions", SimulatorFixture.Request("Hello.").ToJsonString());
        await RunningAsync(1);

        await _server.DisposeAsync();

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task A_client_that_disconnects_frees_its_slot()
    {
        await PutAsync("""{"faults":{"hang":{"next":1}}}""");
        using var leaving = new CancellationTokenSource();
        var call = _client.PostAsync(new Uri(_server.Endpoint + "/chat/completions"), JsonContent.Create(SimulatorFixture.Request("Hello.")), leaving.Token);
        await RunningAsync(1);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await RunningAsync(0);

        Assert.Equal(1, _server.Models["m"].Counters.Cancelled);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.7")]
    public async Task An_address_that_others_can_reach_is_refused_unless_allowed(string address) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Address = IPAddress.Parse(address) }, _time, Cancellation));

    [Fact]
    public async Task A_taken_port_is_an_error_of_its_own() =>
        await Assert.ThrowsAnyAsync<IOException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Port = _server.Endpoint.Port }, _time, Cancellation));

    private Task<HttpResponseMessage> PostAsync(string path, string body) =>
        _client.PostAsync(new Uri($"{_server.Endpoint}/{path}"), new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);

    private async Task PutAsync(string patch)
    {
        using var response = await _client.PutAsync(new Uri(_server.Endpoint, "/sim/models/m"), new StringContent(patch), Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    // The server tells its own count over its own route; asking again is the barrier, each answer a round trip.
    private async Task RunningAsync(int count)
    {
        while (_server.Models["m"].Counters.Running != count)
        {
            await _client.GetStringAsync(new Uri(_server.Endpoint, "/health"), Cancellation);
        }
    }
}
