using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>One instance.</summary>
internal sealed record InstanceAnswer
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Version { get; init; }

    public required string Status { get; init; }

    public required long Execution { get; init; }

    public required IReadOnlyList<ExecutionAnswer> Executions { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public required double DurationSeconds { get; init; }

    public required long Events { get; init; }

    public required DateTimeOffset Now { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public InstanceRef? Parent { get; init; }

    public required ChildCounts Children { get; init; }

    public ProgressAnswer? Progress { get; init; }

    public Shown? Input { get; init; }

    public Shown? Output { get; init; }

    public Shown? CustomStatus { get; init; }

    public FailureAnswer? Failure { get; init; }

    public CostAnswer? Cost { get; init; }

    public ForkedFromAnswer? ForkedFrom { get; init; }

    public required IReadOnlyList<string> Operations { get; init; }

    public required bool Result { get; init; }
}
