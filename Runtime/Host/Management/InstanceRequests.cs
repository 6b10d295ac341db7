using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.History;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;

namespace Workflows.Runtime.Host.Management;

/// <summary>Requests about instances that exist.</summary>
/// <param name="client">Reads and changes them.</param>
/// <param name="engine">Where their histories are.</param>
internal sealed class InstanceRequests(DurableTaskClient client, DurableEngine engine)
{
    public async Task<IResult> GetAsync(HttpContext http)
    {
        if (await FindAsync(http, full: true) is not { } instance)
        {
            return TypedResults.NotFound();
        }

        bool showHistory = ManagementQuery.Flag(http.Request, "showHistory", absent: false);
        HistoryView view = new(
            ManagementQuery.Flag(http.Request, "showInput", absent: true), ManagementQuery.Flag(http.Request, "showHistoryOutput", absent: false));
        return Status(
            http,
            instance,
            ManagementQuery.Flag(http.Request, "returnInternalServerErrorOnFailure", absent: false),
            showHistory && instance.RuntimeStatus != OrchestrationRuntimeStatus.Pending ? view.Of(LastExecutionOf(instance.InstanceId)) : null);
    }

    /// <summary>202 while it runs, 200 when it has ended; 500 when it has failed and that was asked for.</summary>
    public static IResult Status(HttpContext http, OrchestrationMetadata instance, bool failureAsError, IReadOnlyList<JsonObject>? history = null)
    {
        InstanceStatus status = InstanceStatus.Of(instance, ManagementQuery.Flag(http.Request, "showInput", absent: true), history);
        if (!instance.IsCompleted)
        {
            ManagementAnswers.LookAgain(http);
            return ManagementAnswers.Json(status, StatusCodes.Status202Accepted);
        }

        return ManagementAnswers.Json(
            status,
            failureAsError && instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK);
    }

    public async Task<IResult> ListAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        bool showInput = ManagementQuery.Flag(request, "showInput", absent: true);
        OrchestrationQuery query = new(
            ManagementQuery.Time(request, "createdTimeFrom"),
            ManagementQuery.Time(request, "createdTimeTo"),
            ManagementQuery.Statuses(request),
            InstanceIdPrefix: request.Query["instanceIdPrefix"].ToString() is { Length: > 0 } prefix ? prefix : null,
            PageSize: ManagementQuery.Top(request),
            FetchInputsAndOutputs: true);
        Page<OrchestrationMetadata> page = await FirstPageAsync(client.GetAllInstancesAsync(query), http, query.PageSize);
        return ManagementAnswers.Json(page.Values.Select(instance => InstanceStatus.Of(instance, showInput)));
    }

    public async Task<IResult> PurgeAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } instance)
        {
            return TypedResults.NotFound();
        }

        PurgeResult result = await client.PurgeInstanceAsync(instance.InstanceId, new PurgeInstanceOptions(IsRecursive(http)), http.RequestAborted);
        return ManagementAnswers.Json(new PurgedInstances(result.PurgedInstanceCount));
    }

    public async Task<IResult> PurgeManyAsync(HttpContext http)
    {
        DateTimeOffset from = ManagementQuery.Time(http.Request, "createdTimeFrom")
            ?? throw new RequestFaultException("createdTimeFrom", "'createdTimeFrom' is needed: from when on to purge.");
        PurgeInstancesFilter filter = new(from, ManagementQuery.Time(http.Request, "createdTimeTo"), ManagementQuery.Statuses(http.Request));
        PurgeResult result = await client.PurgeAllInstancesAsync(filter, new PurgeInstanceOptions(IsRecursive(http)), http.RequestAborted);
        return result.PurgedInstanceCount == 0 ? TypedResults.NotFound() : ManagementAnswers.Json(new PurgedInstances(result.PurgedInstanceCount));
    }

    public Task<IResult> RaiseEventAsync(HttpContext http) => SteerAsync(http, async instance =>
        await client.RaiseEventAsync(instance, (string)http.Request.RouteValues["eventName"]!, await PayloadJson.ReadEventAsync(http.Request), http.RequestAborted));

    public Task<IResult> TerminateAsync(HttpContext http) =>
        SteerAsync(http, instance => client.TerminateInstanceAsync(instance, new TerminateInstanceOptions(Reason(http), IsRecursive(http)), http.RequestAborted));

    public Task<IResult> SuspendAsync(HttpContext http) => SteerAsync(http, instance => client.SuspendInstanceAsync(instance, Reason(http), http.RequestAborted));

    public Task<IResult> ResumeAsync(HttpContext http) => SteerAsync(http, instance => client.ResumeInstanceAsync(instance, Reason(http), http.RequestAborted));

    /// <summary>Only a failed instance can be rewound; one that ended otherwise is gone.</summary>
    public async Task<IResult> RewindAsync(HttpContext http)
    {
        if (await FindAsync(http) is not { } instance)
        {
            return TypedResults.NotFound();
        }

        if (instance.RuntimeStatus is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Terminated)
        {
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        }

        try
        {
            await client.RewindInstanceAsync(instance.InstanceId, Reason(http) ?? string.Empty, http.RequestAborted);
            return TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (InvalidOperationException fault)
        {
            throw new RequestFaultException("instanceId", fault.Message);
        }
    }

    /// <summary>The first page, and its continuation in the header of the answer.</summary>
    public static async Task<Page<T>> FirstPageAsync<T>(AsyncPageable<T> source, HttpContext http, int size)
        where T : notnull
    {
        try
        {
            await foreach (Page<T> page in source.AsPages(ManagementQuery.Continuation(http.Request), size).WithCancellation(http.RequestAborted))
            {
                if (page.ContinuationToken is { } next)
                {
                    http.Response.Headers[ManagementQuery.ContinuationHeader] = next;
                }

                return page;
            }
        }
        catch (ArgumentException e)
        {
            throw new RequestFaultException(ManagementQuery.ContinuationHeader, e.Message);
        }

        return new Page<T>([]);
    }

    private static string? Reason(HttpContext http) => http.Request.Query["reason"].ToString() is { Length: > 0 } reason ? reason : null;

    /// <summary>Sub-orchestrations are taken along unless <c>recursive=false</c>: nobody who stops a run wants its parts to go on.</summary>
    private static bool IsRecursive(HttpContext http) => !string.Equals(http.Request.Query["recursive"], "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The events of an instance's last execution; none when it has been purged meanwhile.</summary>
    private List<HistoryEvent> LastExecutionOf(string instanceId) => engine.Core.Journal.Read(session =>
        InstanceTable.Read(session, instanceId, full: false) is { } head ? HistoryTable.Read(session, head.Execution) : []);

    private async Task<IResult> SteerAsync(HttpContext http, Func<string, Task> steer)
    {
        if (await FindAsync(http) is not { } instance)
        {
            return TypedResults.NotFound();
        }

        if (instance.IsCompleted)
        {
            return TypedResults.StatusCode(StatusCodes.Status410Gone);
        }

        await steer(instance.InstanceId);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private Task<OrchestrationMetadata?> FindAsync(HttpContext http, bool full = false) =>
        client.GetInstanceAsync((string)http.Request.RouteValues["instanceId"]!, full, http.RequestAborted);
}
