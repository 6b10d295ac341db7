using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Operations;

namespace Workflows.Runtime.Host.Monitor.Entities;

/// <summary>Lists, shows, signals and cleans entities.</summary>
internal sealed class EntityRoutes(DurableEngine engine, DurableTaskClient client, Operator operations)
{
    private const int PageSize = 50;
    private const int LargestPage = 1000;

    public void Map(MonitorApi api)
    {
        api.Get("/entities", List);
        api.Get("/entities/{id}", request => MonitorJson.Of(EntityItem.Of(Find(Id(request)), withState: true)));
        api.Get("/entities/{id}/state", request => PayloadText.Of(request, Find(Id(request)).Record.State, $"{request.Route("id")}-state.json"));
        api.Change(HttpMethods.Post, "/entities/clean", CleanAsync);
        api.Change(HttpMethods.Post, "/entities/{id}/signal", SignalAsync);
    }

    private IResult List(MonitorRequest request)
    {
        int top = request.Top(PageSize, LargestPage);
        string prefix = request.Text("idPrefix") ?? (request.Text("name") is { } name ? $"@{name.ToLowerInvariant()}@" : "@");
        DateTimeOffset now = engine.Core.Now();
        List<QueuedEntity> found = engine.Journal.Read(session => EntityTable
            .List(session, prefix, request.Text("after") ?? string.Empty, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stateless: true, top + 1)
            .ConvertAll(record => new QueuedEntity(record, InboxTable.CountFor(session, record.Id, now))));
        return MonitorJson.Of(new EntityPageAnswer(
            [.. found.Take(top).Select(entity => EntityItem.Of(entity, withState: false))],
            found.Count > top ? found[top - 1].Record.Id : null,
            engine.Journal.Read(EntityTable.Names)));
    }

    private async Task<IResult> SignalAsync(MonitorRequest request)
    {
        EntityInstanceId id = Id(request);
        MonitorBody body = await request.BodyAsync();
        string operation = body.NeededText("operation");
        return await operations.RunAsync(request, "signal", id.ToString(), $"operation {Cutting.To(operation, 100)}", async () =>
        {
            await client.Entities.SignalEntityAsync(id, operation, body.Json("input"), cancellation: request.Aborted);
            return new OperationDone(AuditOutcomes.Accepted, $"The signal {operation} waits for {id}.");
        });
    }

    private async Task<IResult> CleanAsync(MonitorRequest request)
    {
        MonitorBody body = await request.BodyAsync();
        CleanEntityStorageRequest clean = new()
        {
            RemoveEmptyEntities = body.Flag("removeEmpty", absent: true),
            ReleaseOrphanedLocks = body.Flag("releaseLocks", absent: true),
        };
        return await operations.RunAsync(request, "clean", null, "entities", async () =>
        {
            CleanEntityStorageResult cleaned = await client.Entities.CleanEntityStorageAsync(clean, cancellation: request.Aborted);
            return OperationDone.Done($"{cleaned.EmptyEntitiesRemoved} empty entities were removed, {cleaned.OrphanedLocksReleased} locks released.") with
            {
                Removed = cleaned.EmptyEntitiesRemoved,
                Released = cleaned.OrphanedLocksReleased,
            };
        });
    }

    private static EntityInstanceId Id(MonitorRequest request)
    {
        try
        {
            return EntityInstanceId.FromString(request.Route("id"));
        }
        catch (ArgumentException)
        {
            throw new RequestFaultException("id", "That is no id of an entity: @name@key.");
        }
    }

    private QueuedEntity Find(EntityInstanceId id)
    {
        DateTimeOffset now = engine.Core.Now();
        return engine.Journal.Read(session => EntityTable.Read(session, id.ToString()) is { } record
            ? new QueuedEntity(record, InboxTable.CountFor(session, record.Id, now))
            : throw RefusedException.NotFound($"There is no entity '{id}'."));
    }
}
