using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;
using Workflows.Runtime.Host.Binding;

namespace Workflows.Runtime.Host.Management;

/// <summary>Requests about entities.</summary>
internal sealed class EntityRequests(DurableTaskClient client)
{
    /// <summary>Stands in an address for the empty key.</summary>
    private const string EmptyKey = "$";

    public async Task<IResult> GetAsync(HttpContext http)
    {
        EntityMetadata? entity = await client.Entities.GetEntityAsync(Id(http), includeState: true, http.RequestAborted);
        return entity is { IncludesState: true } ? ManagementAnswers.Json(PayloadJson.Read(entity.State.Value)) : TypedResults.NotFound();
    }

    public async Task<IResult> ListAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        int size = ManagementQuery.Top(request);
        EntityQuery query = new()
        {
            InstanceIdStartsWith = request.RouteValues["entityName"] is string name ? $"@{name}@" : null,
            LastModifiedFrom = ManagementQuery.Time(request, "lastOperationTimeFrom"),
            LastModifiedTo = ManagementQuery.Time(request, "lastOperationTimeTo"),
            IncludeState = ManagementQuery.Flag(request, "fetchState", absent: false),
            PageSize = size,
        };
        Page<EntityMetadata> page = await InstanceRequests.FirstPageAsync(client.Entities.GetAllEntitiesAsync(query), http, size);
        return ManagementAnswers.Json(page.Values.Select(EntityStatus.Of));
    }

    public Task<IResult> SignalAsync(HttpContext http)
    {
        string operation = http.Request.Query["op"].ToString();
        return operation.Length == 0 ? throw new RequestFaultException("op", "'op' is needed: the operation's name.") : SignalAsync(http, operation);
    }

    public Task<IResult> DeleteAsync(HttpContext http) => SignalAsync(http, "delete");

    private static EntityInstanceId Id(HttpContext http)
    {
        string key = (string?)http.Request.RouteValues["entityKey"] ?? EmptyKey;
        try
        {
            return new EntityInstanceId((string)http.Request.RouteValues["entityName"]!, key == EmptyKey ? string.Empty : key);
        }
        catch (ArgumentException)
        {
            throw new RequestFaultException("entityName", "That is no name of an entity.");
        }
    }

    private async Task<IResult> SignalAsync(HttpContext http, string operation)
    {
        await client.Entities.SignalEntityAsync(Id(http), operation, await PayloadJson.ReadOperationAsync(http.Request), cancellation: http.RequestAborted);
        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }
}
