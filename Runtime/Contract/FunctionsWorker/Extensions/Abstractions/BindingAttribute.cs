namespace Workflows.FunctionsWorker.Extensions.Abstractions;

/// <summary>Base of the attributes that bind a function's parameter or result to the world.</summary>
public abstract class BindingAttribute : Attribute
{
    /// <summary>For derived classes.</summary>
    public BindingAttribute()
    {
    }
}
