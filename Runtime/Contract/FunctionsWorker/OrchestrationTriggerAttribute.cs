using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A function that is an orchestrator.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrchestrationTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Creates the attribute.</summary>
    public OrchestrationTriggerAttribute()
    {
    }

    /// <summary>The orchestrator's name; null: the function's name.</summary>
    public string? Orchestration { get; set; }
}
