using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Host.Discovery;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>Calls a function's method: arguments, the object it belongs to, the result.</summary>
internal sealed class FunctionBody(HostFunction function)
{
    private readonly MethodInvoker _invoker = MethodInvoker.Create(function.Method);
    private readonly Func<object?, Task<object?>> _result = ReturnValue.ReaderOf(function.Method.ReturnType);
    private readonly ObjectFactory? _factory = function.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(function.Method.DeclaringType!, []);

    /// <summary>Calls it. Awaits stay on the caller's scheduler, as orchestrators need.</summary>
    public async Task<object?> CallAsync(FunctionRun run)
    {
        object?[] arguments = await run.ArgumentsAsync();
        object? target = _factory?.Invoke(run.Context.InstanceServices, null);
        try
        {
            return await _result(_invoker.Invoke(target, arguments.AsSpan()));
        }
        finally
        {
            if (target is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync();
            }
            else if (target is IDisposable disposable)
            {
                disposable.Dispose();
            }
        }
    }
}
