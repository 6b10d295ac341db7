namespace Workflows.Cli.Debates;

/// <summary>A planned debate and what is in the data folder of it.</summary>
/// <param name="Debate">The debate.</param>
/// <param name="Id">The id under which it has ended, or is to be started.</param>
/// <param name="HasEnded">Whether it has ended.</param>
/// <param name="Interrupted">The id under which it was begun but not ended; null: there is none.</param>
internal sealed record FoundDebate(PlannedDebate Debate, string Id, bool HasEnded, string? Interrupted);
