using Microsoft.Extensions.DependencyInjection;
using Moq;
using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Middleware;

namespace Workflows.Runtime.Contract.Tests.FunctionsWorker;

public sealed class MiddlewareTests
{
    private readonly List<string> _seen = [];
    private readonly Builder _builder = new();

    [Fact]
    public async Task Middleware_runs_in_the_order_in_which_it_was_added()
    {
        _builder.UseMiddleware((_, next) => Note("first", next)).UseMiddleware((_, next) => Note("second", next));

        await _builder.RunAsync(() => _seen.Add("function"));

        Assert.Equal(["first", "second", "function"], _seen);
    }

    [Fact]
    public async Task Middleware_for_some_runs_is_passed_over_in_the_others()
    {
        _builder.UseWhen(_ => false, (_, next) => Note("never", next)).UseWhen(_ => true, (_, next) => Note("always", next));

        await _builder.RunAsync(() => _seen.Add("function"));

        Assert.Equal(["always", "function"], _seen);
    }

    [Fact]
    public async Task A_middleware_class_comes_from_the_services()
    {
        _builder.Services.AddSingleton(_seen);
        _builder.UseMiddleware<Witness>();

        await _builder.RunAsync(() => _seen.Add("function"));

        Assert.Equal(["witness", "function"], _seen);
    }

    private Task Note(string text, Func<Task> next)
    {
        _seen.Add(text);
        return next();
    }

    private sealed class Witness(List<string> seen) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Add("witness");
            return next(context);
        }
    }

    private sealed class Builder : IFunctionsWorkerApplicationBuilder
    {
        private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

        public IServiceCollection Services { get; } = new ServiceCollection();

        public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
        {
            _middleware.Add(middleware);
            return this;
        }

        public async Task RunAsync(Action function)
        {
            await using ServiceProvider services = ((ServiceCollection)Services).BuildServiceProvider();
            Mock<FunctionContext> context = new();
            context.SetupGet(run => run.InstanceServices).Returns(services);
            FunctionExecutionDelegate last = _ =>
            {
                function();
                return Task.CompletedTask;
            };
            await Enumerable.Reverse(_middleware).Aggregate(last, (next, middleware) => middleware(next))(context.Object);
        }
    }
}
