using System.Text.Json.Serialization;
using Workflows.Shared;

namespace Workflows.Functions.Http;

/// <summary>The state of a run.</summary>
internal sealed record InstanceAnswer<TResult>
    where TResult : class
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required WorkflowProgress Progress { get; init; }

    /// <summary>The numbers of the chunks that have failed so far; null for runs without chunks, and when the result tells.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? FailedChunks { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TResult? Result { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}
