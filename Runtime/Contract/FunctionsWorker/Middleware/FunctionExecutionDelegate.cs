namespace Workflows.FunctionsWorker.Middleware;

/// <summary>The rest of a run: the middleware that follows and the function.</summary>
/// <param name="context">The run.</param>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
