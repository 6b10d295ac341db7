using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>
/// The management API, with the addresses and bodies of the Durable extension of the Functions host
/// (https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-http-api).
/// </summary>
internal sealed class ManagementApi(
    DurableTaskClient client, DurableEngine engine, ManagementAddresses addresses, FunctionKeys keys, IReadOnlySet<string> orchestrators, ILogger logger)
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        InstanceRequests instances = new(client, engine);
        StartRequests starts = new(client, addresses, orchestrators, engine.Time);
        EntityRequests entities = new(client);
        On("GET", "/instances", instances.ListAsync);
        On("DELETE", "/instances", instances.PurgeManyAsync);
        On("GET", "/instances/{instanceId}", instances.GetAsync);
        On("DELETE", "/instances/{instanceId}", instances.PurgeAsync);
        On("POST", "/instances/{instanceId}/raiseEvent/{eventName}", instances.RaiseEventAsync);
        On("POST", "/instances/{instanceId}/terminate", instances.TerminateAsync);
        On("POST", "/instances/{instanceId}/suspend", instances.SuspendAsync);
        On("POST", "/instances/{instanceId}/resume", instances.ResumeAsync);
        On("POST", "/instances/{instanceId}/rewind", instances.RewindAsync);
        On("POST", "/instances/{instanceId}/restart", starts.RestartAsync);
        On("POST", "/instances/{instanceId}/fork", new ForkRequests(client, engine, addresses).ForkAsync);
        On("POST", "/orchestrators/{functionName}/{instanceId?}", starts.StartAsync);
        On("GET", "/entities/{entityName?}", entities.ListAsync);
        On("GET", "/entities/{entityName}/{entityKey}", entities.GetAsync);
        On("POST", "/entities/{entityName}/{entityKey?}", entities.SignalAsync);
        On("DELETE", "/entities/{entityName}/{entityKey?}", entities.DeleteAsync);

        void On(string method, string route, Func<HttpContext, Task<IResult>> answer) =>
            endpoints.MapMethods(ManagementAddresses.Root + route, [method], (RequestDelegate)(http => ServeAsync(http, answer)));
    }

    private async Task ServeAsync(HttpContext http, Func<HttpContext, Task<IResult>> answer)
    {
        if (!keys.AllowManagement(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await (await Answering.AnswerAsync(http, answer, logger)).ExecuteAsync(http);
    }
}
