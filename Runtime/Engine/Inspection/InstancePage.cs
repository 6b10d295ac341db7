using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Inspection;

/// <summary>A page of a list of instances.</summary>
/// <param name="Items">The heads, without input and output.</param>
/// <param name="Next">Where the next page begins; null: there is none.</param>
/// <param name="SearchedTo">For a search that stopped before the page was full: the creation time up to which it looked.</param>
internal sealed record InstancePage(IReadOnlyList<InstanceRecord> Items, string? Next, DateTimeOffset? SearchedTo);
