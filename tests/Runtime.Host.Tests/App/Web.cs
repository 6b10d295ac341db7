using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable.Client;
using Workflows.FunctionsWorker;
using JsonBody = Workflows.FunctionsWorker.Http.FromBodyAttribute;

namespace Workflows.Runtime.Host.App;

/// <summary>HTTP functions of many shapes.</summary>
internal sealed class Web(Greeter greeter)
{
    [Function(nameof(Greet))]
    public IResult Greet([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}")] HttpRequest request, string name) =>
        Results.Text(greeter.Greet(name));

    [Function(nameof(Sum))]
    public static IActionResult Sum(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "sum/{a}/{b:long}/{id?}")] HttpRequest request, int a, long b, Guid? id) =>
        new OkObjectResult(new { Sum = a + b, HasId = id is not null });

    [Function(nameof(Grow))]
    public static async Task<Results<Ok<City>, NotFound>> Grow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, [JsonBody] City city, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return cancellationToken.CanBeCanceled ? TypedResults.Ok(city with { People = city.People + 1 }) : TypedResults.NotFound();
    }

    [Function(nameof(Begin))]
    public static async Task<IResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin/{orchestrator}")] HttpRequest request,
        string orchestrator,
        [DurableClient] DurableTaskClient client,
        FunctionContext context)
    {
        string id = await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, context.CancellationToken);
        return context.GetHttpContext() == request.HttpContext ? Results.Json(client.CreateHttpManagementPayload(id)) : Results.NotFound();
    }

    [Function(nameof(Break))]
    public static IResult Break([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => throw new InvalidOperationException("secret inside");

    [Function(nameof(Master))]
    public static IResult Master([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Results.Ok();

    [Function(nameof(Linger))]
    public static async Task<IResult> Linger([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
    {
        Journey journey = context.InstanceServices.GetRequiredService<Journey>();
        journey.Entered.TrySetResult();
        await Task.WhenAny(journey.Released.Task, Task.Delay(Timeout.Infinite, cancellationToken));
        return Results.Ok();
    }

    [Function(nameof(Files))]
    public static IResult Files([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "files/{kind:alpha}/{*path}")] HttpRequest request, string kind, string? path = "none") =>
        Results.Text($"{request.Method} {kind} {path}");
}
