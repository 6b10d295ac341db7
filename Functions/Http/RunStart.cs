using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Http;

/// <summary>Starts runs whose ids callers may choose. The same request under the same id is answered with the run that is under way; another one under that id is refused.</summary>
/// <param name="request">The request to start.</param>
/// <param name="client">The client.</param>
/// <param name="orchestrator">The orchestration's name.</param>
/// <param name="isSame">Whether a run's input is that of this request.</param>
internal sealed class RunStart<TInput>(HttpRequest request, DurableTaskClient client, string orchestrator, Func<TInput, bool> isSame)
    where TInput : class
{
    /// <summary>The answer for an id that is taken: the run itself while it is under way and of the same request, 409 when it is of another one; null when it is free or may be run again.</summary>
    public async Task<IResult?> KnownAsync(string id, CancellationToken cancellationToken)
    {
        OrchestrationMetadata? instance = await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken);
        if (instance is null)
        {
            return null;
        }

        bool same = string.Equals(instance.Name, orchestrator, StringComparison.OrdinalIgnoreCase) && instance.ReadInputAs<TInput>() is { } input && isSame(input);
        return !same ? WorkflowResponses.Taken(id) : instance.IsCompleted ? null : WorkflowResponses.Started(request, id);
    }

    /// <summary>Starts the run, unless somebody else has just taken its id.</summary>
    /// <exception cref="InvalidOperationException">It could not be started.</exception>
    public async Task<IResult> StartAsync(string id, TInput input, CancellationToken cancellationToken)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each host has its own exception for an id that is taken.
            return await KnownAsync(id, cancellationToken) ?? throw new InvalidOperationException("The run could not be started.", e);
        }

        return WorkflowResponses.Started(request, id);
    }
}
