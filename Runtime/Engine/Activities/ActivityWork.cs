using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>An activity to run.</summary>
/// <param name="Instance">The instance that waits for it.</param>
/// <param name="Execution">The execution that waits for it.</param>
/// <param name="TaskId">Its number there.</param>
/// <param name="Sequence">Where in the history it was scheduled.</param>
/// <param name="ResourceClass">The resource that it takes up; null: none that is counted.</param>
/// <param name="Scheduled">The event that scheduled it, or null to read it when its turn comes.</param>
internal sealed record ActivityWork(string Instance, long Execution, int TaskId, long Sequence, string? ResourceClass, HistoryEvent? Scheduled);
