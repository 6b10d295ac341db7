namespace Workflows.FunctionsWorker.Middleware;

/// <summary>Code around every run of a function.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs around a function.</summary>
    /// <param name="context">The run.</param>
    /// <param name="next">The rest of the run; not calling it skips the function.</param>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
