namespace Workflows.FunctionsWorker;

/// <summary>What a function returned.</summary>
/// <typeparam name="T">Its type.</typeparam>
public abstract class InvocationResult<T>
{
    /// <summary>Creates the object.</summary>
    protected InvocationResult()
    {
    }

    /// <summary>What the function returned; default while it has not run. Setting it changes the result of the run.</summary>
    public abstract T? Value { get; set; }
}
