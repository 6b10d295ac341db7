using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>How long a function may run: <c>functionTimeout</c> of host.json. Orchestrators and entities have no limit: their turns are the engine's.</summary>
/// <param name="limit">The limit; null: none.</param>
/// <param name="time">The engine's clock.</param>
internal sealed class FunctionLimit(TimeSpan? limit, TimeProvider time)
{
    /// <summary>
    /// Runs a function. When its time is over it is asked to end by its token, and has failed; one that does not heed its token goes on
    /// unseen. Only an HTTP function is waited for even then, because it may still write to its response.
    /// </summary>
    /// <exception cref="TimeoutException">Its time was over.</exception>
    public async Task RunAsync(FunctionRun run, FunctionExecutionDelegate pipeline)
    {
        if (limit is not { } most || run.Context is not HostFunctionContext context || run.Function.Kind is FunctionKind.Orchestration or FunctionKind.Entity)
        {
            await pipeline(run.Context);
            return;
        }

        // Not disposed: a function that is left behind may still use its token.
        CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(context.Token);
        context.Token = over.Token;
        Task body = pipeline(context);
        try
        {
            await body.WaitAsync(most, time);
        }
        catch (TimeoutException) when (!body.IsCompleted)
        {
            await over.CancelAsync();
            if (run.Function.Kind == FunctionKind.Http)
            {
                await body.ContinueWith(_ => { }, TaskScheduler.Default);
            }

            _ = body.ContinueWith(ended => _ = ended.Exception, TaskContinuationOptions.OnlyOnFaulted);
            throw new TimeoutException($"The function {run.Function.Name} ran longer than {most} (functionTimeout in host.json).");
        }
    }
}
