namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>The answer to an operation.</summary>
internal sealed record OperationAnswer
{
    public required string Operation { get; init; }

    public string? Id { get; init; }

    public required string Outcome { get; init; }

    public required string Message { get; init; }

    public required long Audit { get; init; }

    public string? NewId { get; init; }

    public int? Count { get; init; }

    public int? Removed { get; init; }

    public int? Released { get; init; }
}
