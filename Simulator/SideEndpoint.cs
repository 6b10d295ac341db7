using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Workflows.Simulator.Answers;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator;

/// <summary>Answers embedding and transcription requests within a model's limits. Of the faults, those that have no text to spoil apply.</summary>
internal sealed class SideEndpoint(TimeProvider time)
{
    private const int BytesPerSecond = 32_000;

    private static readonly string[] Words =
        ["morning", "plan", "review", "north", "number", "service", "station", "answer", "river", "paper", "window", "order", "market", "light", "letter", "garden"];

    public Task<SimulatorReply> EmbedAsync(EmbeddingRequest request, SimulatorModel model, CancellationToken cancellationToken)
    {
        int[] each = [.. request.Inputs.Select(text => TokenCount.Of(text))];
        var tokens = each.Sum();
        var digest = RequestDigest.Of(request.Inputs.Select(text => ("input", text)));
        return RunAsync(new CallDescription("embeddings", digest, tokens, 0, false) { ContextTokens = each.Max() }, model, () => Embeddings(request, model.Name, tokens), cancellationToken);
    }

    public Task<SimulatorReply> TranscribeAsync(TranscriptionRequest request, SimulatorModel model, CancellationToken cancellationToken)
    {
        var digest = RequestDigest.Of(request.Audio);
        var call = new CallDescription("transcription", digest, request.Audio.Length / BytesPerSecond, 0, false);
        return RunAsync(call, model, () => Transcription(request, digest), cancellationToken);
    }

    private static (string Type, byte[] Body) Embeddings(EmbeddingRequest request, string model, int tokens)
    {
        var data = new JsonArray();
        foreach (var text in request.Inputs)
        {
            var vector = TextVector.Of(text, request.Dimensions);
            JsonNode embedding = request.Base64
                ? JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)))
                : new JsonArray([.. vector.Select(value => JsonValue.Create(value))]);
            data.Add(new JsonObject { ["object"] = "embedding", ["index"] = data.Count, ["embedding"] = embedding });
        }

        return ("application/json", WireJson.Bytes(new JsonObject
        {
            ["object"] = "list",
            ["data"] = data,
            ["model"] = model,
            ["system_fingerprint"] = "simulated",
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        }));
    }

    private static (string Type, byte[] Body) Transcription(TranscriptionRequest request, string digest)
    {
        var seconds = (double)request.Audio.Length / BytesPerSecond;
        var count = Math.Clamp((int)(seconds * 2), 3, 200);
        var words = Enumerable.Range(0, count).Select(i => Words[int.Parse(digest.AsSpan(i % 64, 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)]);
        var text = $"[simulated transcription {digest[..8]}] {string.Join(' ', words)}.";
        if (request.Format == "text")
        {
            return ("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text + "\n"));
        }

        var body = new JsonObject { ["text"] = text, ["system_fingerprint"] = "simulated" };
        if (request.Format == "verbose_json")
        {
            body["task"] = "transcribe";
            body["language"] = request.Language ?? "english";
            body["duration"] = seconds;
            body["segments"] = new JsonArray(new JsonObject { ["id"] = 0, ["start"] = 0, ["end"] = seconds, ["text"] = text });
        }

        return ("application/json", WireJson.Bytes(body));
    }

    private async Task<SimulatorReply> RunAsync(CallDescription call, SimulatorModel model, Func<(string Type, byte[] Body)> answer, CancellationToken cancellationToken)
    {
        var admission = model.Admit(call);
        if (admission.Lease is not { } lease)
        {
            return SimulatorReply.Error(admission.Error!);
        }

        using (lease)
        {
            var (type, body) = answer();
            lease.Generation(0);
            await (lease.Has(FaultKind.Hang) ? Hanging.WaitAsync(time, cancellationToken) : Task.Delay(Rest(lease, model), time, cancellationToken));
            if (lease.Has(FaultKind.Http500))
            {
                lease.Fail();
                return SimulatorReply.Error(new ApiError(500, "server_error", "Simulated: internal error.", "internal_error"));
            }

            if (lease.Has(FaultKind.Cut))
            {
                lease.Fail();
                return SimulatorReply.Cut(type, body);
            }

            lease.Complete();
            return SimulatorReply.Bytes(200, type, body);
        }
    }

    private static TimeSpan Rest(CallLease lease, SimulatorModel model)
    {
        var rest = lease.AcceptedAt + lease.Latency - model.Now;
        return rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
    }
}
