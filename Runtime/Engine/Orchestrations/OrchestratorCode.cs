using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Failures;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>The running code of one execution: begins it, wakes it, and tells how it ended.</summary>
internal sealed class OrchestratorCode(OrchestrationServices services, EngineOrchestrationContext context, Action wokenFromOutside)
{
    private readonly OrchestrationScheduler _scheduler = new(wokenFromOutside);
    private string? _name;
    private Task<object?>? _run;

    /// <summary>Disposed of when the code ends; one that is dropped before, terminated or evicted, goes with its objects.</summary>
    private AsyncServiceScope? _scope;

    public bool IsWokenFromOutside => _scheduler.WokenFromOutside;

    /// <summary>Why it cannot go on after <see cref="IsWokenFromOutside"/>.</summary>
    public TaskFailureDetails NotDurableFailure => TaskFailureDetails.FromException(NotDurable.Error(_name));

    /// <summary>Makes sure that the caller runs where the code belongs.</summary>
    /// <exception cref="InvalidOperationException">It runs elsewhere; the instance fails.</exception>
    public void CheckAccess()
    {
        if (!HasAccess())
        {
            throw NotDurable.Error(_name);
        }
    }

    /// <returns>False, and the instance fails, when the caller is not where the code belongs.</returns>
    public bool HasAccess() => _scheduler.CheckAccess();

    /// <summary>Begins, and runs until it waits.</summary>
    /// <returns>How it ended, or null when it goes on.</returns>
    public HistoryEvent? Start(HistoryEvent e)
    {
        _name = e.Name;
        context.Start(e);
        ITaskOrchestrator? orchestrator;
        object? input;
        try
        {
            _scope = services.Provider.CreateAsyncScope();
            orchestrator = services.Tasks.Orchestrator(e.Name!, e.Details?.Version, _scope.Value.ServiceProvider);
            input = orchestrator is null || e.Payload is null ? null : services.Converter.Deserialize(e.Payload, orchestrator.InputType);
        }
        catch (Exception error)
        {
            return Failed(services.Failures.Describe(error));
        }

        if (orchestrator is null)
        {
            return Failed(TaskNotFound.OfOrchestrator(e.Name!, e.Details?.Version));
        }

        _scheduler.Run(() => _run = Task.Factory.StartNew(
            () => orchestrator.RunAsync(context, input), CancellationToken.None, TaskCreationOptions.None, _scheduler).Unwrap());
        return FindEnd();
    }

    /// <summary>Hands it an outcome or an event, and runs it until it waits.</summary>
    /// <returns>How it ended, or null when it goes on.</returns>
    public HistoryEvent? Handle(HistoryEvent e)
    {
        _scheduler.Run(() => context.Handle(e));
        return FindEnd();
    }

    private static HistoryEvent Failed(TaskFailureDetails failure) => ExecutionEnd.Create(OrchestrationRuntimeStatus.Failed, null, failure);

    private HistoryEvent? FindEnd()
    {
        if (_run is { IsCompleted: true })
        {
            _ = LeaveScopeAsync();
            return Complete(_run);
        }

        return IsWokenFromOutside || (_run is not null && !context.IsWaiting) ? Failed(NotDurableFailure) : null;
    }

    private async Task LeaveScopeAsync()
    {
        try
        {
            await (_scope?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception)
        {
            // How a service is disposed of changes nothing about how the orchestrator ended.
        }

        _scope = null;
    }

    private HistoryEvent Complete(Task<object?> run)
    {
        if (!run.IsCompletedSuccessfully)
        {
            return Failed(services.Failures.Describe(run.Exception?.InnerException ?? new TaskCanceledException(run)));
        }

        if (context.ContinueWith is { } next)
        {
            return ExecutionEnd.ContinueAsNew(next);
        }

        try
        {
            return ExecutionEnd.Create(OrchestrationRuntimeStatus.Completed, services.Converter.Serialize(run.Result), null);
        }
        catch (Exception error)
        {
            return Failed(services.Failures.Describe(error));
        }
    }
}
