using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>One run of a function.</summary>
internal sealed class FunctionRun(HostFunction function, FunctionContext context)
{
    public HostFunction Function => function;

    /// <summary>What the function sees; middleware may have put another one in its place.</summary>
    public FunctionContext Context { get; set; } = context;

    /// <summary>What the trigger's parameter gets.</summary>
    public object? Trigger { get; init; }

    /// <summary>The durable input.</summary>
    public object? Input { get; init; }

    public HttpContext? Http { get; init; }

    /// <summary>What the function returned; null while it has not run.</summary>
    public object? Result { get; set; }
}
