using System.Net;
using Workflows.Simulator.Http;
using Workflows.Simulator.Models;

namespace Workflows.Simulator;

/// <summary>The simulator as the innermost handler of an <see cref="HttpClient"/>: no sockets, so that virtual time governs everything.</summary>
/// <remarks>Serves the same routes as <see cref="SimulatorServer"/> under any host name. Up to the first wait on the clock a call runs on the caller's thread.</remarks>
public sealed class SimulatorHandler : HttpMessageHandler
{
    private readonly SimulatorEngine _engine;

    /// <summary>Creates a simulator of its own.</summary>
    /// <param name="options">What is served; address and port have no meaning here.</param>
    /// <param name="time">The clock of all latencies and limits.</param>
    /// <exception cref="ArgumentException">A profile is not valid.</exception>
    public SimulatorHandler(SimulatorOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _engine = new SimulatorEngine(options, time);
    }

    /// <summary>A base address for OpenAI clients; nothing listens there.</summary>
    public static Uri Endpoint { get; } = new("http://simulator.invalid/v1");

    /// <summary>The served models by name, with profile and counters.</summary>
    public IReadOnlyDictionary<string, SimulatorModel> Models => _engine.Models;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reply = await ReplyAsync(request, cancellationToken);
        var content = new StreamContent(new ReplyStream(reply));
        content.Headers.TryAddWithoutValidation("Content-Type", reply.ContentType);
        content.Headers.ContentLength = reply.Length;
        var response = new HttpResponseMessage((HttpStatusCode)reply.Status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _engine.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<SimulatorReply> ReplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        byte[]? body = [];
        if (request.Content is { } content)
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            body = await BoundedBody.ReadAsync(stream, content.Headers.ContentLength, cancellationToken);
        }

        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        return body is null
            ? SimulatorEngine.TooLarge()
            : await _engine.HandleAsync(
                new SimulatorRequest(
                    request.Method.Method,
                    Uri.UnescapeDataString(uri.AbsolutePath),
                    uri.Query,
                    request.Content?.Headers.ContentType?.ToString(),
                    body),
                cancellationToken);
    }
}
