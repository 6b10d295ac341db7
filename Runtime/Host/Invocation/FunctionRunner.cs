using Workflows.FunctionsWorker;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>Runs functions inside the application's middleware; what they put out is sent when they have succeeded.</summary>
internal sealed class FunctionRunner
{
    private readonly FunctionExecutionDelegate _pipeline;
    private readonly QueueSender _queues;
    private readonly FunctionLimit _limit;

    public FunctionRunner(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware, QueueSender queues, FunctionLimit limit)
    {
        _queues = queues;
        _limit = limit;
        FunctionExecutionDelegate next = CallAsync;
        foreach (Func<FunctionExecutionDelegate, FunctionExecutionDelegate> wrap in middleware.Reverse())
        {
            next = wrap(next);
        }

        _pipeline = next;
    }

    /// <returns>The function's result, of an HTTP function its answer; null when middleware kept it from running.</returns>
    public async Task<object?> RunAsync(FunctionRun run)
    {
        run.Context.Features.Set(run);
        run.Context.Features.Set<IFunctionResultFeature>(run);
        await _limit.RunAsync(run, _pipeline);
        if (run.Function.Outputs.Count > 0)
        {
            await _queues.SendAsync(run.Function, run.Result, run.Context.CancellationToken);
        }

        return run.Function.HttpAnswer is { } answer && answer.DeclaringType!.IsInstanceOfType(run.Result) ? answer.GetValue(run.Result) : run.Result;
    }

    private static async Task CallAsync(FunctionContext context)
    {
        FunctionRun run = context.Features.Get<FunctionRun>() ?? throw new InvalidOperationException("Middleware handed on a context without the run's features.");
        run.Context = context;
        run.Result = await run.Function.Body.CallAsync(run);
    }
}
