using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator;

/// <summary>The simulator's answer, free of any transport. Must be disposed, also when its body was not read to the end.</summary>
internal sealed class SimulatorReply : IDisposable
{
    private readonly IDisposable? _owned;

    public SimulatorReply(int status, string contentType, IAsyncEnumerable<ReadOnlyMemory<byte>> body, long? length = null, IDisposable? owned = null)
    {
        Status = status;
        ContentType = contentType;
        Body = body;
        Length = length;
        _owned = owned;
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body's type.</summary>
    public string ContentType { get; }

    /// <summary>The body's pieces; throws <see cref="CutConnectionException"/> where the connection is to break.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> Body { get; }

    /// <summary>The announced length of the body; null for a stream.</summary>
    public long? Length { get; }

    /// <summary>Headers besides the body's.</summary>
    public Dictionary<string, string> Headers { get; } = new() { ["x-simulated"] = "true" };

    /// <summary>A reply with a JSON body.</summary>
    public static SimulatorReply Json(int status, JsonNode body) => Bytes(status, "application/json", WireJson.Bytes(body));

    /// <summary>A reply with a given body.</summary>
    public static SimulatorReply Bytes(int status, string contentType, byte[] body) => new(status, contentType, One(body), body.Length);

    /// <summary>An error in OpenAI's shape.</summary>
    public static SimulatorReply Error(ApiError error)
    {
        var reply = Json(error.Status, error.ToJson());
        if (error.RetryAfterSeconds is { } seconds)
        {
            reply.Headers["Retry-After"] = $"{seconds}";
        }

        return reply;
    }

    /// <summary>A reply whose body breaks off half-way.</summary>
    public static SimulatorReply Cut(string contentType, byte[] body) => new(200, contentType, Half(body), body.Length);

    /// <inheritdoc/>
    public void Dispose() => _owned?.Dispose();

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> One(byte[] body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        yield return body;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Half(byte[] body, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.CompletedTask;
        yield return body.AsMemory(0, body.Length / 2);
        throw new CutConnectionException();
    }
}
