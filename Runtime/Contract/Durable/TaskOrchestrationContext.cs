using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Abstractions;
using Workflows.Durable.Entities;

namespace Workflows.Durable;

/// <summary>
/// What an orchestrator may use of the world. All of it is recorded, so that a replay sees the same; code that runs in an
/// orchestrator awaits only tasks that come from here.
/// </summary>
public abstract class TaskOrchestrationContext
{
    private const int MaximumWrappers = 10;

    private ILoggerFactory? _replaySafeLoggerFactory;

    /// <summary>For derived classes.</summary>
    protected TaskOrchestrationContext()
    {
    }

    /// <summary>The name of the orchestrator.</summary>
    public abstract TaskName Name { get; }

    /// <summary>The id of the instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The orchestration that started this one; null at the root.</summary>
    public abstract ParentOrchestrationInstance? Parent { get; }

    /// <summary>The orchestration's time in UTC: the same on every replay, constant between two awaits.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while the orchestrator goes over what it did before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>The version of the instance; empty when unversioned.</summary>
    public virtual string Version => string.Empty;

    /// <summary>Settings that the host hands to the orchestration; empty by default.</summary>
    public virtual IReadOnlyDictionary<string, object?> Properties { get; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Calls to entities.</summary>
    /// <exception cref="NotSupportedException">This context has no entities.</exception>
    public virtual TaskOrchestrationEntityFeature Entities
        => throw new NotSupportedException($"{GetType()} does not support entities.");

    /// <summary>A logger factory whose loggers are silent while <see cref="IsReplaying"/>.</summary>
    public virtual ILoggerFactory ReplaySafeLoggerFactory => _replaySafeLoggerFactory ??= new ReplaySafeLoggerFactory(this);

    /// <summary>The factory of the loggers beneath the replay-safe ones.</summary>
    protected abstract ILoggerFactory LoggerFactory { get; }

    /// <summary>The orchestration's input.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    /// <returns>The input; the type's default value when there is none.</returns>
    public abstract T? GetInput<T>();

    /// <summary>Calls an activity and answers its result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="name">The activity.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Retries, version and tags; null: one attempt.</param>
    /// <exception cref="TaskFailedException">The activity failed, or there is none of that name.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null);

    /// <summary>Calls an activity without an input and answers its result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="name">The activity.</param>
    /// <param name="options">Retries, version and tags.</param>
    /// <exception cref="TaskFailedException">The activity failed, or there is none of that name.</exception>
    public virtual Task<TResult> CallActivityAsync<TResult>(TaskName name, TaskOptions options)
        => CallActivityAsync<TResult>(name, null, options);

    /// <summary>Calls an activity and waits for its end.</summary>
    /// <param name="name">The activity.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Retries, version and tags; null: one attempt.</param>
    /// <exception cref="TaskFailedException">The activity failed, or there is none of that name.</exception>
    public virtual Task CallActivityAsync(TaskName name, object? input = null, TaskOptions? options = null)
        => CallActivityAsync<object>(name, input, options);

    /// <summary>Calls an activity without an input and waits for its end.</summary>
    /// <param name="name">The activity.</param>
    /// <param name="options">Retries, version and tags.</param>
    /// <exception cref="TaskFailedException">The activity failed, or there is none of that name.</exception>
    public virtual Task CallActivityAsync(TaskName name, TaskOptions options) => CallActivityAsync(name, null, options);

    /// <summary>Creates a durable timer.</summary>
    /// <param name="delay">How long from <see cref="CurrentUtcDateTime"/>; zero or less fires at the next turn.</param>
    /// <param name="cancellationToken">Cancels the timer; its task is then cancelled.</param>
    public virtual Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken)
        => CreateTimer(CurrentUtcDateTime.Add(delay), cancellationToken);

    /// <summary>Creates a durable timer.</summary>
    /// <param name="fireAt">When it fires, in UTC; a time past fires at the next turn.</param>
    /// <param name="cancellationToken">Cancels the timer; its task is then cancelled.</param>
    public abstract Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken);

    /// <summary>Waits for an event. Events that came before the wait are kept and taken in the order of their arrival.</summary>
    /// <typeparam name="T">The type to read the payload as.</typeparam>
    /// <param name="eventName">The event's name, in any case.</param>
    /// <param name="cancellationToken">Ends the wait; the task is then cancelled.</param>
    public abstract Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default);

    /// <summary>Waits for an event for a limited time.</summary>
    /// <typeparam name="T">The type to read the payload as.</typeparam>
    /// <param name="eventName">The event's name, in any case.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="TaskCanceledException">The time passed without the event.</exception>
    public Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout) => WaitForExternalEvent<T>(eventName, timeout, CancellationToken.None);

    /// <summary>Waits for an event for a limited time.</summary>
    /// <typeparam name="T">The type to read the payload as.</typeparam>
    /// <param name="eventName">The event's name, in any case.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait; the task is then cancelled.</param>
    /// <exception cref="TaskCanceledException">The time passed without the event, or the token was cancelled.</exception>
    public async Task<T> WaitForExternalEvent<T>(string eventName, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return await WaitForExternalEvent<T>(eventName, cancellationToken);
        }

        using CancellationTokenSource stopTimer = new();
        using CancellationTokenSource stopEvent = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task timer = CreateTimer(timeout, stopTimer.Token);
        Task<T> arrival = WaitForExternalEvent<T>(eventName, stopEvent.Token);
        Task first = await Task.WhenAny(timer, arrival);

        // Whatever lost is withdrawn at once: a wait left open would swallow a later event, a timer left open would keep the instance alive.
        (first == arrival ? stopTimer : stopEvent).Cancel();
        return await arrival;
    }

    /// <summary>Sends an event to another orchestration. One for an unknown instance is dropped silently.</summary>
    /// <param name="instanceId">The other orchestration.</param>
    /// <param name="eventName">The event's name.</param>
    /// <param name="payload">Its payload, null for none.</param>
    public abstract void SendEvent(string instanceId, string eventName, object payload);

    /// <summary>Sets what the instance's metadata shows as custom status.</summary>
    /// <param name="customStatus">Any value that the data converter can write; null clears it.</param>
    public abstract void SetCustomStatus(object? customStatus);

    /// <summary>Calls another orchestrator and answers its result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Retries, version, tags and, with <see cref="SubOrchestrationOptions"/>, the instance id; null: the defaults.</param>
    /// <exception cref="TaskFailedException">The other orchestration failed or was terminated, or there is no orchestrator of that name.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null);

    /// <summary>Calls another orchestrator without an input and answers its result.</summary>
    /// <typeparam name="TResult">The type to read the result as.</typeparam>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Retries, version, tags and instance id.</param>
    /// <exception cref="TaskFailedException">The other orchestration failed or was terminated, or there is no orchestrator of that name.</exception>
    public virtual Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, TaskOptions options)
        => CallSubOrchestratorAsync<TResult>(orchestratorName, null, options);

    /// <summary>Calls another orchestrator and waits for its end.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="input">Its input, null for none.</param>
    /// <param name="options">Retries, version, tags and instance id; null: the defaults.</param>
    /// <exception cref="TaskFailedException">The other orchestration failed or was terminated, or there is no orchestrator of that name.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
        => CallSubOrchestratorAsync<object>(orchestratorName, input, options);

    /// <summary>Calls another orchestrator without an input and waits for its end.</summary>
    /// <param name="orchestratorName">The orchestrator.</param>
    /// <param name="options">Retries, version, tags and instance id.</param>
    /// <exception cref="TaskFailedException">The other orchestration failed or was terminated, or there is no orchestrator of that name.</exception>
    public virtual Task CallSubOrchestratorAsync(TaskName orchestratorName, TaskOptions options)
        => CallSubOrchestratorAsync(orchestratorName, null, options);

    /// <summary>Lets the instance start over with a fresh history once the orchestrator returns; its result is then ignored.</summary>
    /// <param name="newInput">The input of the new run.</param>
    /// <param name="preserveUnprocessedEvents">True: events that no one has waited for are handed to the new run.</param>
    public abstract void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true);

    /// <summary>Lets the instance start over with a fresh history once the orchestrator returns; its result is then ignored.</summary>
    /// <param name="options">Input, version and what happens to events.</param>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="NotSupportedException">A new version is asked for and this context cannot change it.</exception>
    public virtual void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.NewVersion is not null)
        {
            throw new NotSupportedException($"{GetType()} cannot continue as another version.");
        }

        ContinueAsNew(options.NewInput, options.PreserveUnprocessedEvents);
    }

    /// <summary>A new id that is the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent while <see cref="IsReplaying"/>.</summary>
    /// <param name="categoryName">The logger's category.</param>
    public virtual ILogger CreateReplaySafeLogger(string categoryName) => new ReplaySafeLogger(this, UnderlyingLoggerFactory().CreateLogger(categoryName));

    /// <summary>A logger that is silent while <see cref="IsReplaying"/>.</summary>
    /// <param name="type">The type whose name is the logger's category.</param>
    public virtual ILogger CreateReplaySafeLogger(Type type) => new ReplaySafeLogger(this, UnderlyingLoggerFactory().CreateLogger(type));

    /// <summary>A logger that is silent while <see cref="IsReplaying"/>.</summary>
    /// <typeparam name="T">The type whose name is the logger's category.</typeparam>
    public virtual ILogger CreateReplaySafeLogger<T>() => new ReplaySafeLogger(this, UnderlyingLoggerFactory().CreateLogger<T>());

    /// <summary>Orders the instance's version against another, as <see cref="TaskOrchestrationVersioningUtils.CompareVersions"/> does.</summary>
    /// <param name="version">The version to hold it against.</param>
    /// <returns>Below zero when the instance's is older, above zero when it is newer, zero when they are equal.</returns>
    public virtual int CompareVersionTo(string version) => TaskOrchestrationVersioningUtils.CompareVersions(Version, version);

    /// <summary>The factory beneath all replay-safe ones: a context that wraps another may hand on the other's.</summary>
    /// <exception cref="InvalidOperationException">The factories lead back to themselves.</exception>
    internal ILoggerFactory UnderlyingLoggerFactory()
    {
        ILoggerFactory factory = LoggerFactory;
        for (int depth = 0; factory is ReplaySafeLoggerFactory wrapper; depth++)
        {
            factory = depth < MaximumWrappers
                ? wrapper.Context.LoggerFactory
                : throw new InvalidOperationException($"Maximum unwrap depth exceeded: the logger factory of {GetType()} leads back to itself.");
        }

        return factory;
    }
}
