using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine.Entities;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>Signals and reads entities.</summary>
internal sealed class EngineEntityClient(string name, EngineCore engine) : DurableEntityClient(name)
{
    public override async Task SignalEntityAsync(
        EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null, CancellationToken cancellation = default)
    {
        InboxMessage signal = EntityMessages.Signal(engine, id, operationName, engine.Converter.Serialize(input), options?.SignalTime);
        await engine.SendAsync(session => InboxTable.Insert(session, signal), () => [signal], cancellation);
    }

    public override Task<EntityMetadata?> GetEntityAsync(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(id) is { } entity ? Untyped(entity, includeState) : null);
    }

    public override Task<EntityMetadata<T>?> GetEntityAsync<T>(EntityInstanceId id, bool includeState = true, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult(Find(id) is { } entity ? Typed<T>(entity, includeState) : null);
    }

    public override AsyncPageable<EntityMetadata> GetAllEntitiesAsync(EntityQuery? filter = null) => List(filter, Untyped);

    public override AsyncPageable<EntityMetadata<T>> GetAllEntitiesAsync<T>(EntityQuery? filter = null) => List(filter, Typed<T>);

    public override async Task<CleanEntityStorageResult> CleanEntityStorageAsync(
        CleanEntityStorageRequest? request = null, bool continueUntilComplete = true, CancellationToken cancellation = default)
    {
        CleanEntityStorageRequest asked = request ?? CleanEntityStorageRequest.Default;
        int freed = 0;
        if (asked.ReleaseOrphanedLocks)
        {
            List<InboxMessage> unlocks = [.. engine.Journal.Read(EntityTable.ReadOrphanedLocks).Select(entity => new InboxMessage(
                engine.Ids.NextMessage(), entity.Id, 0, new HistoryEvent
                {
                    Kind = HistoryEventKind.EntityUnlock,
                    Details = new EventDetails { SenderId = entity.LockedBy, SenderExecution = entity.LockedExecution },
                }))];
            await engine.SendAsync(session => unlocks.ForEach(m => InboxTable.Insert(session, m)), () => unlocks, cancellation);
            freed = unlocks.Count;
        }

        // An entity without state and without lock is not kept at all: there are no empty ones to remove.
        return new CleanEntityStorageResult { OrphanedLocksReleased = freed, EmptyEntitiesRemoved = 0, ContinuationToken = null };
    }

    private QueuedEntity? Find(EntityInstanceId id)
    {
        EntityMessages.ThrowIfDefault(id);
        DateTimeOffset now = engine.Now();
        return engine.Journal.Read(session => EntityTable.Read(session, id.ToString()) is { State: not null } record
            ? new QueuedEntity(record, InboxTable.CountFor(session, record.Id, now))
            : null);
    }

    private EntityMetadata Untyped(QueuedEntity entity, bool includeState)
    {
        EntityRecord record = entity.Record;
        return new(EntityInstanceId.FromString(record.Id), includeState && record.State is not null ? new SerializedData(record.State, engine.Converter) : null)
        {
            LastModifiedTime = record.Updated, LockedBy = record.LockedBy, BacklogQueueSize = entity.Waiting,
        };
    }

    private EntityMetadata<T> Typed<T>(QueuedEntity entity, bool includeState)
    {
        EntityRecord record = entity.Record;
        EntityInstanceId id = EntityInstanceId.FromString(record.Id);
        return includeState && record.State is not null
            ? new EntityMetadata<T>(id, engine.Converter.Deserialize<T>(record.State)) { LastModifiedTime = record.Updated, LockedBy = record.LockedBy, BacklogQueueSize = entity.Waiting }
            : new EntityMetadata<T>(id) { LastModifiedTime = record.Updated, LockedBy = record.LockedBy, BacklogQueueSize = entity.Waiting };
    }

    private AsyncPageable<TMetadata> List<TMetadata>(EntityQuery? filter, Func<QueuedEntity, bool, TMetadata> map)
        where TMetadata : notnull =>
        Pageable.Create<TMetadata>((token, pageSize, cancellation) =>
        {
            cancellation.ThrowIfCancellationRequested();
            int size = Math.Clamp(pageSize ?? filter?.PageSize ?? EntityQuery.DefaultPageSize, 1, 10_000);
            DateTimeOffset now = engine.Now();
            List<QueuedEntity> entities = engine.Journal.Read(session => EntityTable.List(
                session, Prefix(filter?.InstanceIdStartsWith), token ?? filter?.ContinuationToken ?? string.Empty,
                filter?.LastModifiedFrom ?? DateTimeOffset.MinValue, filter?.LastModifiedTo ?? DateTimeOffset.MaxValue, filter?.IncludeTransient ?? false, size)
                .ConvertAll(record => new QueuedEntity(record, InboxTable.CountFor(session, record.Id, now))));
            return Task.FromResult(new Page<TMetadata>(
                [.. entities.Select(entity => map(entity, filter?.IncludeState ?? true))],
                entities.Count == size ? entities[^1].Record.Id : null));
        });

    /// <summary>A prefix may be given with or without the leading '@'; the entity's name in it ignores case.</summary>
    private static string Prefix(string? given)
    {
        if (string.IsNullOrEmpty(given))
        {
            return "@";
        }

        string prefix = given[0] == '@' ? given : "@" + given;
        int keyAt = prefix.IndexOf('@', 1);
        return keyAt < 0 ? prefix.ToLowerInvariant() : prefix[..keyAt].ToLowerInvariant() + prefix[keyAt..];
    }
}
