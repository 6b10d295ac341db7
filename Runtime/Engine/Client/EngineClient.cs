using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Engine.Orchestrations;

namespace Workflows.Runtime.Engine.Client;

/// <summary>The client of the embedded engine. Each call that changes something ends when the change is durable.</summary>
internal sealed class EngineClient : DurableTaskClient
{
    private readonly EngineCore _engine;
    private readonly InstanceList _instances;
    private readonly InstancePurger _purger;

    public EngineClient(string name, EngineCore engine)
        : base(name)
    {
        _engine = engine;
        _instances = new InstanceList(engine);
        _purger = new InstancePurger(engine);
        Entities = new EngineEntityClient(name, engine);
    }

    public override DurableEntityClient Entities { get; }

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        string id = InstanceId(options?.InstanceId);
        EventDetails details = new() { Version = options?.Version?.Version ?? _engine.Orchestrations.DefaultVersion, Tags = options?.Tags is { Count: > 0 } tags ? tags : null };
        NewInstance instance = NewInstance.Create(
            _engine.Ids, id, orchestratorName.Name, _engine.Converter.Serialize(input), _engine.Now(), details, options?.StartAt);
        InstanceIdReuse reuse = new(options?.DedupeStatuses);
        while (true)
        {
            InstanceRecord? existing = null;
            await _engine.SendAsync(
                session => existing = instance.Insert(session, found => found.IsEnded && reuse.Allows(found)),
                () => existing is null ? [instance.Start] : [],
                cancellation);
            if (existing is null)
            {
                return id;
            }

            if (!reuse.Allows(existing))
            {
                throw new OrchestrationAlreadyExistsException($"An orchestration with the instance id '{id}' already exists and is {existing.Status}.");
            }

            reuse.ThrowIfTerminatedIsKept(existing);
            await TerminateInstanceAsync(id, new TerminateInstanceOptions(), cancellation);

            // Until it has ended, or another one has taken its place: that one is looked at anew.
            await WaitAsync(id, head => head is null or { IsEnded: true } || head.Execution != existing.Execution, cancellation);
        }
    }

    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        await SendAsync(instanceId, new HistoryEvent
        {
            Kind = HistoryEventKind.EventRaised, Name = eventName, Payload = _engine.Converter.Serialize(eventPayload),
        }, cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HistoryEvent
        {
            Kind = HistoryEventKind.ExecutionTerminated,
            Payload = _engine.Converter.Serialize(options?.Output),
            Details = options?.Recursive == true ? new EventDetails { Recursive = true } : null,
        }, cancellation, mustExist: false);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HistoryEvent { Kind = HistoryEventKind.ExecutionSuspended, Payload = _engine.Converter.Serialize(reason) }, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        SendAsync(instanceId, new HistoryEvent { Kind = HistoryEventKind.ExecutionResumed, Payload = _engine.Converter.Serialize(reason) }, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, head => head.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, head => head.IsEnded, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ThrowIfNoInstance(instanceId);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(instanceId, getInputsAndOutputs) is { } head ? InstanceMetadata.Of(head, getInputsAndOutputs ? _engine.Converter : null) : null);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => _instances.Find(filter);

    public override Task<Page<string>> ListInstanceIdsAsync(
        IEnumerable<OrchestrationRuntimeStatus>? runtimeStatus = null,
        DateTimeOffset? completedTimeFrom = null,
        DateTimeOffset? completedTimeTo = null,
        int pageSize = OrchestrationQuery.DefaultPageSize,
        string? lastInstanceKey = null,
        CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(_instances.FindIds(runtimeStatus, completedTimeFrom, completedTimeTo, pageSize, lastInstanceKey));
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return _purger.RunAsync(instanceId, options?.Recursive == true, cancellation);
    }

    public override Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        _purger.RunAsync(filter, options?.Recursive == true, cancellation);

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        ThrowIfNoInstance(instanceId);
        InstanceRecord head = Find(instanceId, full: true) ?? throw NotFound(instanceId);
        if (!restartWithNewInstanceId && !head.IsEnded)
        {
            throw new InvalidOperationException($"The instance '{instanceId}' is {head.Status}: only one that has ended can be restarted under its own id.");
        }

        string id = restartWithNewInstanceId ? InstanceId(null) : instanceId;
        NewInstance instance = NewInstance.Create(
            _engine.Ids, id, head.Name, head.Input, _engine.Now(), new EventDetails { Version = head.Version, Tags = head.Tags });
        InstanceRecord? existing = null;
        await _engine.SendAsync(
            session => existing = instance.Insert(session, found => found.IsEnded), () => existing is null ? [instance.Start] : [], cancellation);
        return existing is null
            ? id
            : throw new InvalidOperationException($"The instance '{id}' is {existing.Status}: only one that has ended can be restarted under its own id.");
    }

    public override async Task RewindInstanceAsync(string instanceId, string reason, CancellationToken cancellation = default)
    {
        ThrowIfNoInstance(instanceId);
        string? text = _engine.Converter.Serialize(reason);
        InstanceRecord? found = null;
        InboxMessage? message = null;
        await _engine.SendAsync(
            session =>
            {
                found = InstanceTable.Read(session, instanceId, full: false);
                message = found is { Status: OrchestrationRuntimeStatus.Failed } failed ? RewoundInstance.Reopen(session, failed, text, _engine.Ids, _engine.Now()) : null;
            },
            () => message is null ? [] : [message],
            cancellation);
        if (message is null)
        {
            throw found is null
                ? NotFound(instanceId)
                : new InvalidOperationException($"The instance '{instanceId}' is {found.Status}: only one that has failed can be rewound.");
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string InstanceId(string? given)
    {
        if (given is { Length: > 0 })
        {
            InboxMessage.ThrowIfEntity(given);
            return given;
        }

        return Guid.CreateVersion7().ToString("N");
    }

    private static void ThrowIfNoInstance(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        InboxMessage.ThrowIfEntity(instanceId);
    }

    private static ArgumentException NotFound(string instanceId) => new($"An orchestration with the instanceId {instanceId} was not found.", nameof(instanceId));

    private async Task SendAsync(string instanceId, HistoryEvent e, CancellationToken cancellation, bool mustExist = true)
    {
        ThrowIfNoInstance(instanceId);
        InstanceRecord? head = Find(instanceId, full: false);
        if (head is null && mustExist)
        {
            throw NotFound(instanceId);
        }

        if (head is null or { IsEnded: true })
        {
            return;
        }

        InboxMessage message = new(_engine.Ids.NextMessage(), instanceId, 0, e);
        bool sent = false;
        await _engine.SendAsync(
            session =>
            {
                // Looked at again: what is meant for this instance must not reach one that has taken its place.
                sent = InstanceTable.Read(session, instanceId, full: false) is { IsEnded: false } now && now.Created == head.Created;
                if (sent)
                {
                    InboxTable.Insert(session, message);
                }
            },
            () => sent ? [message] : [],
            cancellation);
    }

    /// <summary>Waits for an instance, also for one that does not exist yet.</summary>
    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, Func<InstanceRecord, bool> done, bool full, CancellationToken cancellation)
    {
        InstanceRecord? head = await WaitAsync(instanceId, found => found is not null && done(found), cancellation);
        return InstanceMetadata.Of(full ? Look(instanceId, full: true) ?? head! : head!, full ? _engine.Converter : null);
    }

    private async Task<InstanceRecord?> WaitAsync(string instanceId, Func<InstanceRecord?, bool> done, CancellationToken cancellation)
    {
        ThrowIfNoInstance(instanceId);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            using InstanceChange change = _engine.Watch.NextChange(instanceId);
            InstanceRecord? head = Look(instanceId, full: false);
            if (done(head))
            {
                return head;
            }

            await change.WaitAsync(cancellation);
        }
    }

    /// <summary>Finds an instance for who waits for it.</summary>
    /// <exception cref="OperationCanceledException">The engine has stopped.</exception>
    private InstanceRecord? Look(string instanceId, bool full)
    {
        try
        {
            return Find(instanceId, full);
        }
        catch (JournalException e) when (_engine.Watch.Closed is { } why)
        {
            // Whether the stop is met while waiting or while looking, who waits is told the same.
            throw new OperationCanceledException(why.Message, e);
        }
    }

    private InstanceRecord? Find(string instanceId, bool full) => _engine.Journal.Read(session => InstanceTable.Read(session, instanceId, full));
}
