using System.Text.Json.Serialization;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>A batch as it stands.</summary>
internal sealed record BatchAnswer
{
    public required string Id { get; init; }

    public required string Action { get; init; }

    [JsonConverter(typeof(CamelCaseEnumConverter<BatchState>))]
    public required BatchState State { get; init; }

    public required string Who { get; init; }

    public required DateTimeOffset Started { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public required long Total { get; init; }

    public required long Looked { get; init; }

    public required long Done { get; init; }

    public required long Skipped { get; init; }

    public required long Failed { get; init; }

    public required IReadOnlyList<BatchError> Errors { get; init; }

    public required long Audit { get; init; }
}
