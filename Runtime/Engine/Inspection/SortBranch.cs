namespace Workflows.Runtime.Engine.Inspection;

/// <summary>Instances that one index gives in an order.</summary>
/// <param name="Where">Which ones, as SQL.</param>
/// <param name="Keys">The order, as SQL; the last one tells all instances apart.</param>
internal sealed record SortBranch(string Where, IReadOnlyList<string> Keys);
