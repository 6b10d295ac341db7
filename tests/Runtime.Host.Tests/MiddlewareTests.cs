using Microsoft.Extensions.DependencyInjection;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_around_every_kind_of_function_in_the_order_it_was_added()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder
            .UseMiddleware<Recorder>()
            .UseMiddleware(async (context, next) =>
            {
                context.InstanceServices.GetRequiredService<Journey>().Steps.Enqueue("second");
                await next();
            }));

        await host.RunAsync("AddTwice", 1);
        await host.RunAsync("HelloCities", new[] { "Oslo" });
        await host.Http.GetAsync(new Uri("/api/greet/Bo", UriKind.Relative), TestContext.Current.CancellationToken);

        string[] steps = [.. host.Journey.Steps];
        Assert.Superset(
            new HashSet<string> { "before AddTwice", "before Counter", "after Counter", "before SayHello", "after SayHello", "before Greet", "after Greet" },
            steps.ToHashSet());
        Assert.Equal("second", steps[Array.IndexOf(steps, "before Greet") + 1]);
    }

    [Fact]
    public async Task Middleware_for_some_runs_is_kept_from_the_others_and_may_answer_itself()
    {
        await using TestHost host = await TestHost.StartAsync(build: builder => builder.UseWhen(
            context => context.FunctionDefinition.Name == "Greet",
            (context, _) =>
            {
                context.GetHttpContext()!.Response.StatusCode = 418;
                return Task.CompletedTask;
            }));

        Assert.Equal(418, (int)(await host.Http.GetAsync(new Uri("/api/greet/Bo", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(200, (int)(await host.Http.GetAsync(new Uri("/api/sum/1/2", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    internal sealed class Recorder(Journey journey) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            journey.Steps.Enqueue($"before {context.FunctionDefinition.Name}");
            await next(context);
            journey.Steps.Enqueue($"after {context.FunctionDefinition.Name}");
        }
    }
}
