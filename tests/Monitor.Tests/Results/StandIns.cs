using System.Text.Json;
using Workflows.Durable;
using Workflows.Durable.Entities;
using Workflows.FunctionsWorker;
using Workflows.Shared.Consultation;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Monitor.Tests.Results;

/// <summary>
/// Take the workflows' places under their names, so that their pages show reports that a test has made. What such an orchestration ends with stands in its input beside the
/// workflow's own fields, as <see cref="Output"/>; so does its custom status.
/// </summary>
internal static class StandIns
{
    /// <summary>The field of the input that becomes the output.</summary>
    public const string Output = "made";

    /// <summary>The field of the input that becomes the custom status.</summary>
    public const string Status = "status";

    [Function(ReviewNames.Orchestrator)]
    public static JsonElement Review([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    [Function(DebateNames.Orchestrator)]
    public static JsonElement Debate([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    [Function(ExpressionNames.Orchestrator)]
    public static JsonElement Expressions([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    [Function(InterviewNames.Orchestrator)]
    public static JsonElement Interview([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    [Function(ConsultationNames.AnalyzeConsultation)]
    public static JsonElement Consultation([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    [Function(ConsultationNames.FinishBatch)]
    public static JsonElement Batch([OrchestrationTrigger] TaskOrchestrationContext context) => Play(context);

    private static JsonElement Play(TaskOrchestrationContext context)
    {
        JsonElement input = context.GetInput<JsonElement>();
        if (input.ValueKind != JsonValueKind.Object)
        {
            return input;
        }

        if (input.TryGetProperty(Status, out JsonElement status))
        {
            context.SetCustomStatus(status);
        }

        return input.TryGetProperty(Output, out JsonElement output) ? output : input;
    }

    /// <summary>A batch whose state is what it was sent.</summary>
    [Function(ConsultationNames.ConsultationBatch)]
    public static Task State([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync(operation =>
    {
        operation.State.SetState(operation.GetInput<JsonElement>());
        return default;
    });
}
