namespace Workflows.FunctionsWorker;

/// <summary>What the trigger told beside its payload.</summary>
public abstract class BindingContext
{
    /// <summary>For derived classes.</summary>
    protected BindingContext()
    {
    }

    /// <summary>Values by name: parts of the route, fields of the message.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
