using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>
/// One call to a model: the orchestration that alone owns the call's ticket, lease, retries and release. It never continues as new.
/// The event <see cref="CancelEvent"/> and the deadline end it at any moment.
/// </summary>
public static class ModelCall
{
    /// <summary>The event that abandons a call; its payload is the reason.</summary>
    public const string CancelEvent = "cancel";

    /// <summary>The function. Its input is a <see cref="ModelCallRequest"/>.</summary>
    /// <param name="context">The orchestration's context.</param>
    [Function(nameof(ModelCall))]
    public static Task<ModelCallResult> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        ModelCallRequest request = context.GetInput<ModelCallRequest>()
            ?? throw new InvalidOperationException($"{nameof(ModelCall)} was started without a request.");
        return new ModelCallRun(context, request).RunAsync();
    }
}
