namespace Workflows.FunctionsWorker;

/// <summary>Which way a binding goes.</summary>
public enum BindingDirection
{
    /// <summary>Into the function.</summary>
    In,

    /// <summary>Out of the function.</summary>
    Out,
}
