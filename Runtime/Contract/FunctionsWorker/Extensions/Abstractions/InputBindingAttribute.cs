namespace Workflows.FunctionsWorker.Extensions.Abstractions;

/// <summary>Base of the attributes that fill a function's parameter.</summary>
public abstract class InputBindingAttribute : BindingAttribute
{
    /// <summary>For derived classes.</summary>
    public InputBindingAttribute()
    {
    }
}
