using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Middleware;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>Runs functions inside the application's middleware.</summary>
internal sealed class FunctionRunner
{
    private readonly FunctionExecutionDelegate _pipeline;

    public FunctionRunner(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        FunctionExecutionDelegate next = CallAsync;
        foreach (Func<FunctionExecutionDelegate, FunctionExecutionDelegate> wrap in middleware.Reverse())
        {
            next = wrap(next);
        }

        _pipeline = next;
    }

    /// <returns>The function's result; null when middleware kept it from running.</returns>
    public async Task<object?> RunAsync(FunctionRun run)
    {
        run.Context.Features.Set(run);
        await _pipeline(run.Context);
        return run.Result;
    }

    private static async Task CallAsync(FunctionContext context)
    {
        FunctionRun run = context.Features.Get<FunctionRun>() ?? throw new InvalidOperationException("Middleware handed on a context without the run's features.");
        run.Context = context;
        run.Result = await run.Function.Body.CallAsync(run);
    }
}
