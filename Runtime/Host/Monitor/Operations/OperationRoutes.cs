using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Management;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Instances;

namespace Workflows.Runtime.Host.Monitor.Operations;

/// <summary>Operates one instance, and shows what was operated.</summary>
internal sealed class OperationRoutes(InstanceOperator instances, Operator operations, AuditLog audit)
{
    private const int AuditPage = 100;
    private const int LargestAuditPage = 500;

    public void Map(MonitorApi api)
    {
        On(api, InstanceOperations.RaiseEvent, RaiseEventAsync);
        On(api, InstanceOperations.Suspend, (request, id, body) => RunAsync(request, InstanceOperations.Suspend, id, body, reason => instances.SuspendAsync(id, reason, request.Aborted)));
        On(api, InstanceOperations.Resume, (request, id, body) => RunAsync(request, InstanceOperations.Resume, id, body, reason => instances.ResumeAsync(id, reason, request.Aborted)));
        On(api, InstanceOperations.Rewind, (request, id, body) => RunAsync(request, InstanceOperations.Rewind, id, body, reason => instances.RewindAsync(id, reason, request.Aborted)));
        On(api, InstanceOperations.Terminate, (request, id, body) =>
        {
            bool recursive = body.Flag("recursive", absent: true);
            return RunAsync(request, InstanceOperations.Terminate, id, body, reason => instances.TerminateAsync(id, reason, recursive, request.Aborted), Below(recursive));
        });
        On(api, InstanceOperations.Purge, (request, id, body) =>
        {
            bool recursive = body.Flag("recursive", absent: true);
            return RunAsync(request, InstanceOperations.Purge, id, body, _ => instances.PurgeAsync(id, recursive, request.Aborted), Below(recursive));
        });
        On(api, InstanceOperations.Restart, (request, id, body) =>
        {
            bool newId = body.Flag("newId", absent: true);
            return RunAsync(request, InstanceOperations.Restart, id, body, _ => instances.RestartAsync(id, newId, request.Aborted), newId ? "new id" : "same id");
        });
        On(api, InstanceOperations.Fork, ForkAsync);
        api.Get("/audit", AuditAsync);
    }

    private static void On(MonitorApi api, string operation, Func<MonitorRequest, string, MonitorBody, Task<IResult>> run) =>
        api.Change(HttpMethods.Post, $"/instances/{{id}}/{operation}", async request => await run(request, request.Route("id"), await request.BodyAsync()));

    private static string Below(bool recursive) => recursive ? "with those below" : "without those below";

    private Task<IResult> RunAsync(
        MonitorRequest request, string operation, string id, MonitorBody body, Func<string?, Task<OperationDone>> run, string? details = null)
    {
        string? reason = MonitorRequest.Reason(body);
        string?[] told = [details, reason is null ? null : "reason given"];
        return operations.RunAsync(request, operation, id, string.Join(", ", told.OfType<string>()) is { Length: > 0 } text ? text : null, () => run(reason));
    }

    private Task<IResult> RaiseEventAsync(MonitorRequest request, string id, MonitorBody body)
    {
        string name = body.NeededText("name");
        return operations.RunAsync(
            request, InstanceOperations.RaiseEvent, id, $"event {Cutting.To(name, 100)}", () => instances.RaiseEventAsync(id, name, body.Json("payload"), request.Aborted));
    }

    private Task<IResult> ForkAsync(MonitorRequest request, string id, MonitorBody body)
    {
        ForkRequest fork = ForkBody.Read(body, id);
        string details = $"after event {fork.AfterEvent}{(fork.Edit is { } edit ? $", with another {edit.Kind.ToString().ToLowerInvariant()}" : string.Empty)}";
        return operations.RunAsync(request, InstanceOperations.Fork, id, details, () => instances.ForkAsync(fork));
    }

    private async Task<IResult> AuditAsync(MonitorRequest request)
    {
        int top = request.Top(AuditPage, LargestAuditPage);
        List<AuditRow> rows = await audit.ListAsync(
            request.Text("instance"), request.Text("operation"), request.Text("who"), request.Number("before", long.MaxValue, 1, long.MaxValue), top + 1);
        return MonitorJson.Of(new AuditAnswer([.. rows.Take(top).Select(AuditItem.Of)], rows.Count > top ? rows[top - 1].Id : null));
    }
}
