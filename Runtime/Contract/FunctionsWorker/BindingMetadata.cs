namespace Workflows.FunctionsWorker;

/// <summary>A binding of a function.</summary>
public abstract class BindingMetadata
{
    /// <summary>For derived classes.</summary>
    protected BindingMetadata()
    {
    }

    /// <summary>The name, as a rule that of the parameter.</summary>
    public abstract string Name { get; }

    /// <summary>The kind, such as <c>httpTrigger</c>.</summary>
    public abstract string Type { get; }

    /// <summary>Which way it goes.</summary>
    public abstract BindingDirection Direction { get; }
}
