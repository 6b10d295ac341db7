using Workflows.Durable;

namespace Workflows.Runtime.Engine.Failures;

/// <summary>The failure of a call to what is not registered. Calling it again cannot help, so retries leave it alone.</summary>
internal static class TaskNotFound
{
    private const string Orchestrator = "OrchestratorTaskNotFound";
    private const string Activity = "ActivityTaskNotFound";
    private const string Entity = "EntityTaskNotFound";

    public static TaskFailureDetails OfOrchestrator(string name, string? version) => Describe(Orchestrator, "orchestrator", name, version);

    public static TaskFailureDetails OfActivity(string name, string? version) => Describe(Activity, "activity", name, version);

    public static TaskFailureDetails OfEntity(string name) => Describe(Entity, "entity", name, null);

    public static bool Is(TaskFailureDetails failure) => failure.ErrorType is Orchestrator or Activity or Entity;

    private static TaskFailureDetails Describe(string errorType, string kind, string name, string? version) => new(
        errorType,
        string.IsNullOrEmpty(version) ? $"No {kind} task named '{name}' was found." : $"No {kind} task named '{name}' with version '{version}' was found.",
        null, null, null);
}
