namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>An instance in a tree.</summary>
internal sealed record FamilyNode
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Completed { get; init; }

    public required double DurationSeconds { get; init; }

    public required long ChildCount { get; init; }

    public IReadOnlyList<FamilyNode>? Children { get; init; }
}
