using Workflows.Durable.Client;

namespace Workflows.Cli.Runs;

/// <summary>The words for a run's status, and what they are called in the engine.</summary>
internal static class RunStatuses
{
    /// <summary>All words.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<RunStatus>().Select(Word)];

    /// <summary>The word of a status.</summary>
    public static string Word(RunStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The status of a word, or null.</summary>
    public static RunStatus? Parse(string word) =>
        Words.Contains(word, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<RunStatus>(word, ignoreCase: true) : null;

    /// <summary>True when nothing more happens.</summary>
    public static bool IsEnd(RunStatus status) => status is RunStatus.Completed or RunStatus.Failed or RunStatus.Terminated;

    /// <summary>The status of the engine's one.</summary>
    public static RunStatus From(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => RunStatus.Queued,
        OrchestrationRuntimeStatus.Suspended => RunStatus.Suspended,
        OrchestrationRuntimeStatus.Completed => RunStatus.Completed,
        OrchestrationRuntimeStatus.Failed => RunStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => RunStatus.Terminated,
        _ => RunStatus.Running,
    };

    /// <summary>The engine's statuses that a status stands for.</summary>
    public static IReadOnlyList<OrchestrationRuntimeStatus> Of(RunStatus status) => [.. Enum.GetValues<OrchestrationRuntimeStatus>().Where(one => From(one) == status)];
}
