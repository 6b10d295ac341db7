namespace Workflows.FunctionsWorker;

/// <summary>What a function returned.</summary>
public abstract class InvocationResult : InvocationResult<object>
{
    /// <summary>Creates the object.</summary>
    protected InvocationResult()
    {
    }
}
