using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Instances;

namespace Workflows.Runtime.Host.Monitor.Operations.Batches;

/// <summary>Orders, shows and stops batches.</summary>
internal sealed class BatchRoutes(BatchRunner runner, BatchTargets targets, CriteriaReader criteria)
{
    private const int MostIds = 10_000;

    public void Map(MonitorApi api)
    {
        api.Ask("/batches/preview", async request => MonitorJson.Of(targets.Preview(Order(await request.BodyAsync()))));
        api.Change(HttpMethods.Post, "/batches", StartAsync);
        api.Get("/batches", _ => MonitorJson.Of(new { items = runner.All() }));
        api.Get("/batches/{batch}", request => MonitorJson.Of(Find(request).Tell()));
        api.Change(HttpMethods.Delete, "/batches/{batch}", request =>
        {
            Batch batch = Find(request);
            batch.Stop();
            return Task.FromResult(MonitorJson.Of(batch.Tell()));
        });
    }

    private async Task<IResult> StartAsync(MonitorRequest request)
    {
        MonitorBody body = await request.BodyAsync();
        BatchOrder order = Order(body);
        BatchPreview preview = targets.Preview(order);
        if (body.Number("expected") is { } expected && preview.Applicable > expected + (expected / 10))
        {
            throw RefusedException.Conflict($"By now {preview.Applicable} instances would be touched, not {expected}: look again.");
        }

        Batch batch = await runner.StartAsync(request.Caller, order, preview);
        return MonitorJson.Of(batch.Tell(), StatusCodes.Status202Accepted);
    }

    private BatchOrder Order(MonitorBody body)
    {
        BatchAction action = MonitorRequest.ChoiceOf<BatchAction>("action", body.NeededText("action"));
        IReadOnlyList<string>? ids = body.Texts("ids");
        MonitorBody? filter = body.Object("filter");
        if ((ids is null) == (filter is null))
        {
            throw new RequestFaultException("filter", "Give 'filter' (an empty one means all instances) or 'ids'.");
        }

        if (ids?.Count > MostIds)
        {
            throw new RequestFaultException("ids", $"'ids' must not hold more than {MostIds}: use a filter.");
        }

        InstanceCriteria? wanted = filter is null ? null : criteria.Read(filter);
        return new BatchOrder { Action = action, Criteria = wanted, Ids = ids, Reason = MonitorRequest.Reason(body), Recursive = body.Flag("recursive", absent: true) };
    }

    private Batch Find(MonitorRequest request) => runner.Find(request.Route("batch")) ?? throw RefusedException.NotFound("There is no such batch since the start of the host.");
}
