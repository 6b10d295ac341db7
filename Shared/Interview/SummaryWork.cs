namespace Workflows.Shared.Interview;

/// <summary>A summary to be prepared.</summary>
public sealed record SummaryWork
{
    /// <summary>The interview's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The stages that were analysed.</summary>
    public required IReadOnlyList<StageReport> Stages { get; init; }
}
