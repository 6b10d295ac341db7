using Workflows.Durable.Client.Entities;
using Workflows.Durable.Internal;

namespace Workflows.Durable.Client;

/// <summary>Starts, reads and steers orchestrations from outside. Safe to use from several threads.</summary>
public abstract class DurableTaskClient : IOrchestrationSubmitter, IAsyncDisposable
{
    /// <summary>For derived classes.</summary>
    /// <param name="name">The client's name.</param>
    protected DurableTaskClient(string name) => Name = name;

    /// <summary>The client's name.</summary>
    public string Name { get; }

    /// <summary>Access to entities.</summary>
    /// <exception cref="NotSupportedException">This client offers no entities.</exception>
    public virtual DurableEntityClient Entities => throw NotOffered("entities");

    /// <summary>Starts an orchestration without an input.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="cancellation">Ends the wait for the start to be recorded.</param>
    /// <returns>The id of the new instance.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, CancellationToken cancellation)
        => ScheduleNewOrchestrationInstanceAsync(orchestratorName, null, null, cancellation);

    /// <summary>Starts an orchestration.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">The input, null for none.</param>
    /// <param name="cancellation">Ends the wait for the start to be recorded.</param>
    /// <returns>The id of the new instance.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input, CancellationToken cancellation)
        => ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, null, cancellation);

    /// <summary>Starts an orchestration without an input.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Instance id, start time, version and tags.</param>
    /// <param name="cancellation">Ends the wait for the start to be recorded.</param>
    /// <returns>The id of the new instance.</returns>
    public virtual Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        StartOrchestrationOptions options,
        CancellationToken cancellation = default)
        => ScheduleNewOrchestrationInstanceAsync(orchestratorName, null, options, cancellation);

    /// <inheritdoc/>
    public abstract Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName,
        object? input = null,
        StartOrchestrationOptions? options = null,
        CancellationToken cancellation = default);

    /// <summary>Sends an event without a payload.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="cancellation">Ends the wait for the event to be recorded.</param>
    public virtual Task RaiseEventAsync(string instanceId, string eventName, CancellationToken cancellation)
        => RaiseEventAsync(instanceId, eventName, null, cancellation);

    /// <summary>Sends an event. It is kept until the instance waits for it; an instance that has ended ignores it.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="eventName">The event's name, in any case.</param>
    /// <param name="eventPayload">The payload, null for none.</param>
    /// <param name="cancellation">Ends the wait for the event to be recorded.</param>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    public abstract Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default);

    /// <summary>Waits until an instance has left <see cref="OrchestrationRuntimeStatus.Pending"/>, without payloads.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public virtual Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, CancellationToken cancellation)
        => WaitForInstanceStartAsync(instanceId, false, cancellation);

    /// <summary>Waits until an instance has left <see cref="OrchestrationRuntimeStatus.Pending"/>; one that does not exist yet is awaited.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True: with input, result and custom status.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public abstract Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default);

    /// <summary>Waits until an instance has ended, without payloads.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public virtual Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, CancellationToken cancellation)
        => WaitForInstanceCompletionAsync(instanceId, false, cancellation);

    /// <summary>Waits until an instance has ended in whichever way; a failure is told, not thrown. One that does not exist yet is awaited.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True: with input, result and custom status.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public abstract Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default);

    /// <summary>Terminates an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait for the termination to be recorded.</param>
    public virtual Task TerminateInstanceAsync(string instanceId, CancellationToken cancellation)
        => TerminateInstanceAsync(instanceId, (TerminateInstanceOptions?)null, cancellation);

    /// <summary>Terminates an instance and sets its output.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="output">The output.</param>
    /// <param name="cancellation">Ends the wait for the termination to be recorded.</param>
    public virtual Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default)
        => TerminateInstanceAsync(instanceId, output is null ? null : new TerminateInstanceOptions(output), cancellation);

    /// <summary>
    /// Terminates an instance. It stops at its next turn; activities that run go on to their end and their results are dropped.
    /// One that has ended stays as it is, and one that does not exist is passed over.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="options">Output and whether sub-orchestrations go too; null: no output, this instance only.</param>
    /// <param name="cancellation">Ends the wait for the termination to be recorded.</param>
    /// <exception cref="NotSupportedException">This client cannot terminate.</exception>
    public virtual Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
        => throw NotOffered("termination of orchestrations");

    /// <summary>Suspends an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait for the request to be recorded.</param>
    public virtual Task SuspendInstanceAsync(string instanceId, CancellationToken cancellation) => SuspendInstanceAsync(instanceId, null, cancellation);

    /// <summary>Suspends an instance: it takes no further turn until it is resumed; events for it are kept.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellation">Ends the wait for the request to be recorded.</param>
    public abstract Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Resumes a suspended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait for the request to be recorded.</param>
    public virtual Task ResumeInstanceAsync(string instanceId, CancellationToken cancellation) => ResumeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Resumes a suspended instance; what came for it meanwhile is handled then.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellation">Ends the wait for the request to be recorded.</param>
    public abstract Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default);

    /// <summary>Reads an instance without payloads.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such instance.</returns>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, CancellationToken cancellation)
        => GetInstanceAsync(instanceId, false, cancellation);

    /// <summary>Reads an instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True: with input, result and custom status.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such instance.</returns>
    public virtual Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        => GetInstancesAsync(instanceId, getInputsAndOutputs, cancellation);

    /// <summary>The older name of <see cref="GetInstanceAsync(string, CancellationToken)"/>.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such instance.</returns>
    public virtual Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, CancellationToken cancellation)
        => GetInstancesAsync(instanceId, false, cancellation);

    /// <summary>The older name of <see cref="GetInstanceAsync(string, bool, CancellationToken)"/>.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="getInputsAndOutputs">True: with input, result and custom status.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <returns>Its metadata; null when there is no such instance.</returns>
    public abstract Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId,
        bool getInputsAndOutputs = false,
        CancellationToken cancellation = default);

    /// <summary>Lists instances.</summary>
    /// <param name="filter">Which ones; null: all.</param>
    public abstract AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null);

    /// <summary>Lists ids of instances.</summary>
    /// <param name="runtimeStatus">In one of these statuses; null: any.</param>
    /// <param name="completedTimeFrom">Ended at this time or later; null: any, also one that goes on.</param>
    /// <param name="completedTimeTo">Ended at this time or earlier; null: any, also one that goes on.</param>
    /// <param name="pageSize">How many ids a page may hold.</param>
    /// <param name="lastInstanceKey">The token of the page before; null: the first page.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="NotSupportedException">This client cannot list ids.</exception>
    public virtual Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
        => throw NotOffered("listing of instance ids");

    /// <summary>Purges an ended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many instances were purged: none when there is no such instance or it still runs.</returns>
    public virtual Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation)
        => PurgeInstanceAsync(instanceId, null, cancellation);

    /// <summary>Purges an ended instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="options">Whether sub-orchestrations go too; null: this instance only.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>How many instances were purged: none when there is no such instance or it still runs.</returns>
    /// <exception cref="NotSupportedException">This client cannot purge.</exception>
    public virtual Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
        => throw NotOffered("purging of orchestrations");

    /// <summary>Purges ended instances.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, CancellationToken cancellation)
        => PurgeAllInstancesAsync(filter, null, cancellation);

    /// <summary>Purges ended instances.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="options">Whether sub-orchestrations go too; null: the named instances only.</param>
    /// <param name="cancellation">Ends the wait; what is purged stays purged.</param>
    /// <exception cref="NotSupportedException">This client cannot purge.</exception>
    public virtual Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter,
        PurgeInstanceOptions? options = null,
        CancellationToken cancellation = default)
        => throw NotOffered("purging of orchestrations");

    /// <summary>Starts an orchestration again with the input that it had.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="restartWithNewInstanceId">True: as a new instance; false: under the same id, once it has ended.</param>
    /// <param name="cancellation">Ends the wait for the start to be recorded.</param>
    /// <returns>The id of the instance that runs.</returns>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">It has not ended and the id is to be kept.</exception>
    /// <exception cref="NotSupportedException">This client cannot restart.</exception>
    public virtual Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
        => throw NotOffered("restarting of orchestrations");

    /// <summary>Lets a failed instance go on as if its failed tasks had not run yet.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellation">Ends the wait for the request to be recorded.</param>
    /// <exception cref="ArgumentException">There is no such instance.</exception>
    /// <exception cref="InvalidOperationException">The instance has not failed.</exception>
    /// <exception cref="NotSupportedException">This client cannot rewind.</exception>
    public virtual Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
        => throw NotOffered("rewinding of orchestrations");

    /// <summary>Frees what the client holds.</summary>
    public abstract ValueTask DisposeAsync();

    private NotSupportedException NotOffered(string what) => new($"{GetType()} does not offer {what}.");
}
