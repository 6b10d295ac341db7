namespace Workflows.FunctionsWorker;

/// <summary>One run of a function.</summary>
public abstract class FunctionContext
{
    /// <summary>For derived classes.</summary>
    protected FunctionContext()
    {
    }

    /// <summary>The id of this run; unique.</summary>
    public abstract string InvocationId { get; }

    /// <summary>The id of the function; the same for all its runs.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The distributed trace that the run belongs to.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger told beside its payload.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>How often the host has run this again.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this run; its scope ends with the run.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>What middleware and function hand each other.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the host offers this run.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the run shall end: the caller has gone or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
