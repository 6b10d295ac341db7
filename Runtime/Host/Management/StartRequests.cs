using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Client;
using Workflows.Runtime.Host.Binding;
using Workflows.Runtime.Host.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>Requests that start instances.</summary>
internal sealed class StartRequests(DurableTaskClient client, ManagementAddresses addresses, IReadOnlySet<string> orchestrators)
{
    public async Task<IResult> StartAsync(HttpContext http)
    {
        string name = (string)http.Request.RouteValues["functionName"]!;
        if (!orchestrators.Contains(name))
        {
            throw new RequestFaultException("functionName", $"There is no orchestrator '{name}'; there are: {string.Join(", ", orchestrators.Order(StringComparer.Ordinal))}.");
        }

        string? wanted = http.Request.RouteValues["instanceId"] as string;
        if (wanted?[0] == '@')
        {
            throw new RequestFaultException("instanceId", "An instance id must not begin with '@'.");
        }

        object? input = await PayloadJson.ReadBodyAsync(http.Request);
        try
        {
            string id = await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(wanted), http.RequestAborted);
            return ManagementAnswers.Accepted(http, addresses.PayloadOf(id, ManagementAnswers.BaseAddress(http)));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return Problem.Of(StatusCodes.Status409Conflict, $"An instance '{wanted}' runs already.", "instanceId");
        }
    }

    public async Task<IResult> RestartAsync(HttpContext http)
    {
        string id = (string)http.Request.RouteValues["instanceId"]!;
        bool newId = ManagementQuery.Flag(http.Request, "restartWithNewInstanceId", absent: true);
        if (await client.GetInstanceAsync(id, http.RequestAborted) is null)
        {
            return TypedResults.NotFound();
        }

        try
        {
            string restarted = await client.RestartAsync(id, newId, http.RequestAborted);
            return ManagementAnswers.Accepted(http, addresses.PayloadOf(restarted, ManagementAnswers.BaseAddress(http)));
        }
        catch (InvalidOperationException)
        {
            return Problem.Of(StatusCodes.Status409Conflict, $"The instance '{id}' still runs: it can be restarted under a new id only.", "instanceId");
        }
    }
}
