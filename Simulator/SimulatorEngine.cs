using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;
using Workflows.Simulator.Protocol;

namespace Workflows.Simulator;

/// <summary>The simulator itself, free of any transport: routes a request, waits on the injected clock, answers.</summary>
internal sealed class SimulatorEngine : IDisposable
{
    private readonly Dictionary<string, SimulatorModel> _models;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ChatEndpoint _chat;
    private readonly SideEndpoint _side;

    /// <summary>Creates the models of the options on a clock.</summary>
    /// <exception cref="ArgumentException">The named profile does not exist or a model's profile is not valid.</exception>
    public SimulatorEngine(SimulatorOptions options, TimeProvider time)
    {
        _time = time;
        _models = new Dictionary<string, SimulatorModel>(StringComparer.Ordinal);
        foreach (var (name, profile) in NamedProfiles.Get(options.Profile).Concat(options.Models))
        {
            var errors = profile.Validate();
            if (errors.Count > 0)
            {
                throw new ArgumentException($"Model '{name}': {string.Join("; ", errors)}.", nameof(options));
            }

            _models[name] = new SimulatorModel(name, profile, time, options.Seed);
        }

        _chat = new ChatEndpoint(time);
        _side = new SideEndpoint(time);
    }

    /// <summary>The models by name.</summary>
    public IReadOnlyDictionary<string, SimulatorModel> Models => _models;

    /// <summary>Ends when the simulator stops: no call outlives it.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Answers one request; its errors are replies too.</summary>
    /// <exception cref="OperationCanceledException">The client went away or the simulator stops.</exception>
    public async Task<SimulatorReply> HandleAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Stopping);
        try
        {
            return await RouteAsync(request, linked.Token);
        }
        catch (InvalidRequestException invalid)
        {
            return SimulatorReply.Error(invalid.Error);
        }
    }

    /// <summary>Cancels every call that runs.</summary>
    public void Stop() => _stopping.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _stopping.Dispose();
    }

    private async Task<SimulatorReply> RouteAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        if (request.Body.Length > SimulatorRequest.LargestBody)
        {
            return TooLarge();
        }

        switch (request.Path)
        {
            case "/health" or "/v1/health":
                return Only(request, "GET") ?? SimulatorReply.Json(200, new JsonObject { ["status"] = "ok", ["simulated"] = true });
            case "/v1/models":
                return Only(request, "GET") ?? SimulatorReply.Json(200, ModelList());
            case "/v1/chat/completions":
                return Only(request, "POST") ?? await ChatAsync(request, cancellationToken);
            case "/v1/embeddings":
                return Only(request, "POST") ?? await EmbedAsync(request, cancellationToken);
            case "/v1/audio/transcriptions":
                return Only(request, "POST") ?? await TranscribeAsync(request, cancellationToken);
            case "/sim/models":
                return Only(request, "GET") ?? SimulatorReply.Json(200, new JsonArray([.. _models.Values.Select(model => ModelReport.Write(model, false))]));
            default:
                return request.Path.StartsWith("/sim/models/", StringComparison.Ordinal) ? Control(request) : NotFound(request.Path);
        }
    }

    /// <summary>The reply to a body that is too large to read.</summary>
    public static SimulatorReply TooLarge() => SimulatorReply.Error(
        new ApiError(413, "invalid_request_error", $"The body is larger than {SimulatorRequest.LargestBody} bytes.", "request_too_large"));

    private static SimulatorReply NotFound(string path) =>
        SimulatorReply.Error(new ApiError(404, "invalid_request_error", $"There is nothing at '{path}'.", "not_found"));

    private static SimulatorReply? Only(SimulatorRequest request, string method)
    {
        if (request.Method == method)
        {
            return null;
        }

        var reply = SimulatorReply.Error(new ApiError(405, "invalid_request_error", $"'{request.Path}' takes {method} only.", "method_not_allowed"));
        reply.Headers["Allow"] = method;
        return reply;
    }

    private async Task<SimulatorReply> ChatAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        using var document = Parse(request.Body);
        var model = Find(document.RootElement);
        var chat = Counted(model, () => ChatRequestReader.Read(document.RootElement));
        return await _chat.AnswerAsync(chat, model, Stopping, cancellationToken);
    }

    private async Task<SimulatorReply> EmbedAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        using var document = Parse(request.Body);
        var model = Find(document.RootElement);
        var embedding = Counted(model, () => EmbeddingRequest.Read(document.RootElement));
        return await _side.EmbedAsync(embedding, model, cancellationToken);
    }

    private async Task<SimulatorReply> TranscribeAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        var transcription = await TranscriptionRequest.ReadAsync(request, cancellationToken);
        var model = _models.GetValueOrDefault(transcription.Model) ?? throw new InvalidRequestException(ApiError.UnknownModel(transcription.Model));
        return await _side.TranscribeAsync(transcription, model, cancellationToken);
    }

    private SimulatorReply Control(SimulatorRequest request)
    {
        var name = request.Path["/sim/models/".Length..];
        if (!_models.TryGetValue(name, out var model))
        {
            return SimulatorReply.Error(ApiError.UnknownModel(name));
        }

        switch (request.Method)
        {
            case "GET":
                return SimulatorReply.Json(200, ModelReport.Write(model, QueryFlags.IsTrue(request.Query, "calls")));
            case "PUT":
                try
                {
                    var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 };
                    model.Patch(JsonNode.Parse(request.Body.Span, documentOptions: options));
                    return SimulatorReply.Json(200, ModelReport.Write(model, false));
                }
                catch (Exception error) when (error is JsonException or FormatException)
                {
                    return SimulatorReply.Error(ApiError.Invalid(error.Message));
                }

            default:
                var reply = SimulatorReply.Error(new ApiError(405, "invalid_request_error", "A model takes GET and PUT only.", "method_not_allowed"));
                reply.Headers["Allow"] = "GET, PUT";
                return reply;
        }
    }

    private SimulatorModel Find(JsonElement root)
    {
        var name = root.String("model") ?? throw InvalidRequestException.For("you must name a model", "model");
        return _models.GetValueOrDefault(name) ?? throw new InvalidRequestException(ApiError.UnknownModel(name));
    }

    private static T Counted<T>(SimulatorModel model, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidRequestException)
        {
            model.CountRefused();
            throw;
        }
        catch (InvalidOperationException)
        {
            model.CountRefused();
            throw new InvalidRequestException(ApiError.Invalid("A text in the body is not valid Unicode."));
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            throw new InvalidRequestException(ApiError.Invalid("The body must be a JSON object."));
        }
        catch (JsonException error)
        {
            throw new InvalidRequestException(ApiError.Invalid($"The body is not valid JSON: {error.Message}"));
        }
    }

    private JsonObject ModelList() => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. _models.Values.Select(model => new JsonObject
        {
            ["id"] = model.Name,
            ["object"] = "model",
            ["created"] = _time.GetUtcNow().ToUnixTimeSeconds(),
            ["owned_by"] = "simulated",
            ["max_model_len"] = model.Profile.ContextTokens,
        })]),
    };
}
