namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>What a batch would touch.</summary>
internal sealed record BatchPreview(string Action, long Matching, long Applicable, IReadOnlyDictionary<string, long> ByStatus, bool Complete, IReadOnlyList<string> Sample);
