namespace Workflows.Cli.Runs;

/// <summary>A run in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Started">When it was started.</param>
/// <param name="Updated">When it last went on.</param>
internal sealed record RunHead(string Id, RunStatus Status, DateTimeOffset Started, DateTimeOffset Updated);
