using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Engine.Forking;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>Requests that fork instances, which the Functions extension does not know.</summary>
internal sealed class ForkRequests(DurableTaskClient client, DurableEngine engine, ManagementAddresses addresses)
{
    public async Task<IResult> ForkAsync(HttpContext http)
    {
        string id = (string)http.Request.RouteValues["instanceId"]!;
        object? body = await PayloadJson.ReadBodyAsync(http.Request);
        if (body is not JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            throw new RequestFaultException("body", "The body must be a JSON object with 'afterEvent'.");
        }

        if (await client.GetInstanceAsync(id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        try
        {
            string fork = await engine.ForkAsync(ForkBody.Read(new MonitorBody(json), id));
            return ManagementAnswers.Accepted(http, addresses.StartedPayloadOf(fork, ManagementAnswers.Origin(http), failureAsError: false));
        }
        catch (InvalidOperationException e) when (e is ForkRefusedException or OrchestrationAlreadyExistsException)
        {
            return Problem.Of(StatusCodes.Status409Conflict, e.Message, "afterEvent");
        }
        catch (ArgumentException e)
        {
            throw new RequestFaultException("execution", e.Message);
        }
    }
}
