using Workflows.FunctionsWorker.Extensions.Abstractions;

namespace Workflows.FunctionsWorker;

/// <summary>A parameter that receives a durable client.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DurableClientAttribute : InputBindingAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DurableClientAttribute()
    {
    }

    /// <summary>The task hub; null: the host's own.</summary>
    public string? TaskHub { get; set; }

    /// <summary>The setting that holds the connection; null: the host's own.</summary>
    public string? ConnectionName { get; set; }
}
