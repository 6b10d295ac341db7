namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>A page of instances.</summary>
internal sealed record InstancePageAnswer
{
    public required IReadOnlyList<InstanceItem> Items { get; init; }

    public string? Next { get; init; }

    public DateTimeOffset? Now { get; init; }

    public bool? Complete { get; init; }

    public DateTimeOffset? SearchedTo { get; init; }
}
