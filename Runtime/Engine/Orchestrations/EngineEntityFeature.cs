using System.Diagnostics.CodeAnalysis;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Entities;
using Workflows.Runtime.Engine.History;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>Calls, signals and locks of entities from an orchestrator.</summary>
internal sealed class EngineEntityFeature(EngineOrchestrationContext context) : TaskOrchestrationEntityFeature
{
    private List<EntityInstanceId>? _locked;
    private List<EntityInstanceId>? _asked;
    private HashSet<EntityInstanceId> _callable = [];

    /// <summary>What must be unlocked when the execution ends here and now.</summary>
    public IEnumerable<string> ToFree => (Claimed ?? []).Select(id => id.ToString());

    /// <summary>The entities of the critical section that is open or asked for.</summary>
    private List<EntityInstanceId>? Claimed => _locked ?? _asked;

    public override async Task<TResult> CallEntityAsync<TResult>(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        context.Read<TResult>(await CallAsync(id, operationName, input));

    public override Task CallEntityAsync(EntityInstanceId id, string operationName, object? input = null, CallEntityOptions? options = null) =>
        CallAsync(id, operationName, input);

    public override Task SignalEntityAsync(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
    {
        EntityMessages.ThrowIfUnusable(id, operationName);
        if (Claimed?.Contains(id) == true)
        {
            throw new InvalidOperationException($"The entity {id} is locked by this orchestration: call it instead of signalling it.");
        }

        context.Tell(new HistoryEvent
        {
            Kind = HistoryEventKind.EntitySignaled, Target = id.ToString(), Name = operationName,
            Payload = context.Converter.Serialize(input), Time = options?.SignalTime,
        });
        return Task.CompletedTask;
    }

    public override async Task<IAsyncDisposable> LockEntitiesAsync(IEnumerable<EntityInstanceId> entityIds)
    {
        ArgumentNullException.ThrowIfNull(entityIds);
        if (Claimed is not null)
        {
            throw new InvalidOperationException("Critical sections cannot be nested: leave the one that is open first.");
        }

        List<EntityInstanceId> ids = [.. entityIds.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];
        if (ids.Count == 0)
        {
            throw new ArgumentException("Name at least one entity to lock.", nameof(entityIds));
        }

        ids.ForEach(EntityMessages.ThrowIfDefault);

        _asked = ids;
        EventDetails details = new() { Entities = [.. ids.Select(id => id.ToString())] };
        await context.Call("lock", HistoryEventKind.EntityLockRequested, "lock", null, ids[0].ToString(), details);
        _asked = null;
        _locked = ids;
        _callable = [.. ids];
        return new Section(this, ids);
    }

    public override bool InCriticalSection([NotNullWhen(true)] out IReadOnlyList<EntityInstanceId>? entityIds)
    {
        entityIds = [.. _callable];
        return Claimed is not null;
    }

    /// <summary>Gives locks back that were asked for before the execution was rewound, as far as it has not asked for them again.</summary>
    public void GiveBack(IReadOnlyList<string> granted)
    {
        List<string> unclaimed = [.. granted.Except(ToFree)];
        if (unclaimed.Count > 0)
        {
            context.Tell(new HistoryEvent { Kind = HistoryEventKind.EntityLockReleased, Details = new EventDetails { Entities = unclaimed } });
        }
    }

    private async Task<string?> CallAsync(EntityInstanceId id, string operation, object? input)
    {
        EntityMessages.ThrowIfUnusable(id, operation);
        if (_asked is not null)
        {
            throw new InvalidOperationException("The locks that were asked for are not granted yet: await LockEntitiesAsync before calling entities.");
        }

        if (_locked is null)
        {
            return await SendAsync(id, operation, input);
        }

        if (!_callable.Remove(id))
        {
            throw new InvalidOperationException(_locked.Contains(id)
                ? $"The entity {id} is still busy with another call of this critical section: await that one first."
                : $"The entity {id} is not locked by this critical section: only locked entities may be called in it.");
        }

        try
        {
            return await SendAsync(id, operation, input);
        }
        finally
        {
            if (_locked?.Contains(id) == true)
            {
                _callable.Add(id);
            }
        }
    }

    private Task<string?> SendAsync(EntityInstanceId id, string operation, object? input) =>
        context.Call("entity call", HistoryEventKind.EntityCalled, operation, context.Converter.Serialize(input), id.ToString(), null, id);

    private void Leave(List<EntityInstanceId> ids)
    {
        if (!ReferenceEquals(_locked, ids))
        {
            return;
        }

        _locked = null;
        _callable = [];
        context.Tell(new HistoryEvent
        {
            Kind = HistoryEventKind.EntityLockReleased,
            Details = new EventDetails { Entities = [.. ids.Select(id => id.ToString())] },
        });
    }

    private sealed class Section(EngineEntityFeature owner, List<EntityInstanceId> ids) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            owner.Leave(ids);
            return ValueTask.CompletedTask;
        }
    }
}
