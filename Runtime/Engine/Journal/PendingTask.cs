namespace Workflows.Runtime.Engine.Journal;

/// <summary>An activity that was scheduled and has no recorded result.</summary>
/// <param name="Execution">The execution that waits for it.</param>
/// <param name="TaskId">Its number there.</param>
/// <param name="Instance">The instance of that execution.</param>
/// <param name="Sequence">Where in the history it was scheduled.</param>
/// <param name="ResourceClass">The resource that it takes up, which the history alone holds; null: none that is counted.</param>
internal sealed record PendingTask(long Execution, int TaskId, string Instance, long Sequence, string? ResourceClass = null);
