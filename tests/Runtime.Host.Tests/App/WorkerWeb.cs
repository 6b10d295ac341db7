using System.Net;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Http;
using SameSite = Workflows.FunctionsWorker.Http.SameSite;

namespace Workflows.Runtime.Host.App;

/// <summary>HTTP functions in the worker's own form.</summary>
internal static class WorkerWeb
{
    [Function(nameof(Echo))]
    public static async Task<HttpResponseData> Echo([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "echo/{*path}")] HttpRequestData request, string path)
    {
        HttpResponseData response = request.CreateResponse(HttpStatusCode.Created);
        response.Headers.Add("X-Seen", [request.Method, request.Headers.GetValues("X-Mark").Single()]);
        response.Cookies.Append(new HttpCookie("seen", request.Cookies.Single().Value) { MaxAge = 60, HttpOnly = true, SameSite = SameSite.Strict });
        await response.WriteAsJsonAsync(new { path, query = request.Query["q"], body = request.ReadAsString(), host = request.Url.Host });
        return response;
    }

    [Function(nameof(Both))]
    public static async Task<HttpResponseData> Both([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestData request, [FromBody] City city)
    {
        HttpResponseData response = request.CreateResponse();
        await response.WriteStringAsync($"{city.Name} {(await request.ReadFromJsonAsync<City>())!.People}");
        return response;
    }

    [Function(nameof(CheckStatus))]
    public static async Task<HttpResponseData> CheckStatus(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "check/{id}")] HttpRequestData request, string id, [DurableClient] DurableTaskClient client)
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Wait", new Durable.StartOrchestrationOptions(id), request.FunctionContext.CancellationToken);
        return await client.CreateCheckStatusResponseAsync(request, id);
    }

    [Function(nameof(Order))]
    public static Confirmation Order([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "order/{order}")] HttpRequestData request, string order) =>
        new() { Response = request.CreateResponse(HttpStatusCode.Accepted), Message = order };
}
