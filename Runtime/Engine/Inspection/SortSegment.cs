namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Branches whose instances are merged by their keys. Segments follow one another.</summary>
internal sealed record SortSegment(IReadOnlyList<SortBranch> Branches);
