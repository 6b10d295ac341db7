using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Management;
using Workflows.Runtime.Host.Monitor.Http;
using Workflows.Runtime.Host.Monitor.Operations;

namespace Workflows.Runtime.Host.Monitor.Starting;

/// <summary>Lists and starts orchestrations.</summary>
internal sealed class StartRoutes(StartableList list, DurableTaskClient client, Operator operations)
{
    public void Map(MonitorApi api)
    {
        api.Get("/orchestrations", _ => MonitorJson.Of(new { items = list.Items }));
        api.Change(HttpMethods.Post, "/orchestrations/{name}", StartAsync);
    }

    private async Task<IResult> StartAsync(MonitorRequest request)
    {
        string name = request.Route("name");
        if (!list.Contains(name))
        {
            throw RefusedException.NotFound($"There is no orchestration '{name}'.");
        }

        MonitorBody body = await request.BodyAsync();
        JsonElement? input = body.Json("input");
        string? id = body.Text("id");
        StartRequests.CheckId(id);
        if (list.FaultOf(name, input) is { } fault)
        {
            throw new RequestFaultException("input", fault);
        }

        StartOrchestrationOptions options = new(id, body.Time("startAt"))
        {
            Tags = body.Dictionary("tags") ?? new Dictionary<string, string>(),
            Version = body.Text("version") is { } version ? (TaskVersion?)new TaskVersion(version) : null,
        };
        return await operations.RunAsync(request, "start", null, $"orchestration {name}", async () =>
        {
            try
            {
                string started = await client.ScheduleNewOrchestrationInstanceAsync(name, input, options, request.Aborted);
                return OperationDone.Done($"{started} was started.") with { NewId = started };
            }
            catch (OrchestrationAlreadyExistsException)
            {
                throw RefusedException.Conflict($"An instance '{id}' runs already.");
            }
        });
    }
}
