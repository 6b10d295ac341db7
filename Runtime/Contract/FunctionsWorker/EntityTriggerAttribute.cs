using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that is an entity; the parameter is a <see cref="TaskEntityDispatcher"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EntityTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Creates the attribute.</summary>
    public EntityTriggerAttribute()
    {
    }

    /// <summary>The entity's name; null: the function's name.</summary>
    public string? EntityName { get; set; }
}
