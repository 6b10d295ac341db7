namespace Workflows.FunctionsWorker;

/// <summary>A run's arguments, outputs and result, for middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>Makes the argument of a binding before the function runs.</summary>
    /// <typeparam name="T">The type of the parameter.</typeparam>
    /// <param name="context">The run.</param>
    /// <param name="bindingMetadata">The binding, out of <see cref="FunctionDefinition.InputBindings"/>.</param>
    /// <exception cref="InvalidOperationException">The function has no such parameter, or its argument is no <typeparamref name="T"/>.</exception>
    public static async ValueTask<InputBindingData<T>> BindInputAsync<T>(this FunctionContext context, BindingMetadata bindingMetadata)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bindingMetadata);
        IFunctionResultFeature run = Run(context);
        object? value = await run.GetArgumentAsync(bindingMetadata.Name);
        return value is T or null
            ? new RunBindings.Input<T>(run, bindingMetadata, (T?)value)
            : throw new InvalidOperationException($"The argument of '{bindingMetadata.Name}' is a {value.GetType().Name}, not a {typeof(T).Name}.");
    }

    /// <summary>What the function returned.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="context">The run.</param>
    /// <exception cref="InvalidOperationException">The result is no <typeparamref name="T"/>.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IFunctionResultFeature run = Run(context);
        return run.Result is T or null
            ? new RunBindings.Result<T>(run)
            : throw new InvalidOperationException($"The function returned a {run.Result.GetType().Name}, not a {typeof(T).Name}.");
    }

    /// <summary>What the function returned.</summary>
    /// <param name="context">The run.</param>
    public static InvocationResult GetInvocationResult(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new RunBindings.Result(Run(context));
    }

    /// <summary>The outputs of a function whose result has several, as far as they are of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="context">The run.</param>
    public static IEnumerable<OutputBindingData<T>> GetOutputBindings<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        IFunctionResultFeature run = Run(context);
        return run.Outputs.Where(output => run.GetOutput(output.Name) is T or null).Select(output => new RunBindings.Output<T>(run, output.Name, output.Type));
    }

    private static IFunctionResultFeature Run(FunctionContext context) =>
        context.Features.Get<IFunctionResultFeature>() ?? throw new InvalidOperationException("This context belongs to no run of a host.");
}
