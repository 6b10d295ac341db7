using Microsoft.AspNetCore.Http;
using Workflows.Durable;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Extensions.DurableTask.Http;

namespace Workflows.Runtime.Host.App;

/// <summary>Orchestrators that send HTTP requests, and what they ask.</summary>
internal sealed class Caller(Journey journey)
{
    [Function(nameof(Call))]
    public static async Task<string> Call([OrchestrationTrigger] TaskOrchestrationContext context, DurableHttpRequest request)
    {
        DurableHttpResponse response = await context.CallHttpAsync(request);
        return $"{(int)response.StatusCode} {response.Headers!["content-type"]} {response.Content}";
    }

    [Function(nameof(Slow))]
    public IResult Slow([HttpTrigger(AuthorizationLevel.Anonymous, Route = "slow/{left:int}")] HttpRequest request, int left)
    {
        journey.Steps.Enqueue($"{request.Method} {left} {request.Headers.Authorization} {request.Headers["x-functions-key"]}");
        if (left == 0)
        {
            return Results.Text("done");
        }

        request.HttpContext.Response.Headers.RetryAfter = "60";
        return Results.Accepted($"/api/slow/{left - 1}");
    }

    [Function(nameof(Flaky))]
    public async Task<IResult> Flaky([HttpTrigger(AuthorizationLevel.Anonymous, "put")] HttpRequest request)
    {
        using StreamReader body = new(request.Body);
        journey.Steps.Enqueue($"{request.ContentType} {await body.ReadToEndAsync()}");
        return journey.Steps.Count < 3 ? Results.StatusCode(503) : Results.Text("at last");
    }
}
