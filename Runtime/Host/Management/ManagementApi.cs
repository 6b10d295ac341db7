using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Host.Binding;
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

        await (await AnswerAsync(http, answer)).ExecuteAsync(http);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Func<HttpContext, Task<IResult>> answer)
    {
        try
        {
            return await answer(http);
        }
        catch (RequestFaultException fault)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, fault.Message, fault.Field);
        }
        catch (JsonException)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "The body is not JSON.", "body");
        }
        catch (BadHttpRequestException fault)
        {
            return Problem.Of(fault.StatusCode, "The request cannot be read.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Empty;
        }
        catch (Exception e)
        {
            HostLog.ManagementFailed(logger, http.Request.Method, http.GetEndpoint()?.DisplayName ?? string.Empty, e);
            return Problem.Of(StatusCodes.Status500InternalServerError, "The request failed; the host's log says why.");
        }
    }
}
