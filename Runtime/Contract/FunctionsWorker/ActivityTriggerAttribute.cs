using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that is an activity; the parameter is its input or its context.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ActivityTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ActivityTriggerAttribute()
    {
    }

    /// <summary>The activity's name; null: the function's name.</summary>
    public string? Activity { get; set; }
}
