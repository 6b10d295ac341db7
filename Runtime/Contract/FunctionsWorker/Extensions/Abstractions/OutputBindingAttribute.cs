namespace Workflows.FunctionsWorker.Extensions.Abstractions;

/// <summary>Base of the attributes that say where a function's result goes.</summary>
public abstract class OutputBindingAttribute : BindingAttribute
{
    /// <summary>For derived classes.</summary>
    public OutputBindingAttribute()
    {
    }
}
