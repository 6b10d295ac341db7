using System.Text.Json;

namespace Workflows.Simulator.Protocol;

/// <summary>A chat completion request, read and checked.</summary>
internal sealed record ChatRequest
{
    /// <summary>The model asked for.</summary>
    public required string Model { get; init; }

    /// <summary>The conversation; at least one message.</summary>
    public required IReadOnlyList<ChatMessage> Messages { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public bool Stream { get; init; }

    /// <summary>Whether a stream ends with the usage.</summary>
    public bool IncludeUsage { get; init; }

    /// <summary>The most tokens of output, when the request says.</summary>
    public int? MaximumOutput { get; init; }

    /// <summary>Whether any <c>response_format</c> other than text was sent.</summary>
    public bool HasResponseFormat { get; init; }

    /// <summary>The name of the schema that the answer must follow.</summary>
    public string? SchemaName { get; init; }

    /// <summary>The schema that the answer must follow.</summary>
    public JsonElement? Schema { get; init; }
}
