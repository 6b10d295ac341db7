using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>What became of a chunk: expressions, an error, or neither when it was left out.</summary>
public sealed record ChunkOutcome
{
    /// <summary>Its number.</summary>
    public required int Chunk { get; init; }

    /// <summary>What was found; null: it was not analysed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FoundExpression>? Found { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    /// <summary>The model's answer, where it is to be kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Raw { get; init; }

    /// <summary>Whether the simulator answered.</summary>
    public bool Simulated { get; init; }
}
