namespace Workflows.FunctionsWorker.Extensions.Abstractions;

/// <summary>Base of the attributes that say what a function is triggered by.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute
{
    /// <summary>For derived classes.</summary>
    public TriggerBindingAttribute()
    {
    }
}
