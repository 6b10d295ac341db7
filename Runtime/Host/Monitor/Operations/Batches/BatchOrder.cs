using Workflows.Runtime.Engine.Inspection;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>What a batch is to do, to which instances.</summary>
internal sealed record BatchOrder
{
    public required BatchAction Action { get; init; }

    /// <summary>Which instances; null: those of <see cref="Ids"/>.</summary>
    public InstanceCriteria? Criteria { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    public string? Reason { get; init; }

    public bool Recursive { get; init; } = true;

    /// <summary>The operation of a single instance that this is.</summary>
    public string Operation => Action.ToString().ToLowerInvariant();
}
