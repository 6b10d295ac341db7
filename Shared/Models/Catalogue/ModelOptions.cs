namespace Workflows.Shared.Models;

/// <summary>
/// The configuration section <c>Models</c>: which models there are and which task goes to which. Everything has a default,
/// <see cref="ModelDefaults"/>; what is set here replaces it key by key. With no endpoint at all every pool is served by the simulator.
/// </summary>
public sealed class ModelOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Models";

    /// <summary>The named profile of the simulator, <c>quick</c> or <c>documents</c>: where nothing else is set, simulated pools have its limits.</summary>
    public string SimulatorProfile { get; set; } = SimulatedLimits.Quick;

    /// <summary>Pools by name, each one deployed model.</summary>
    public Dictionary<string, ModelPoolOptions> Pools { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tasks by id, for example <c>F3</c>.</summary>
    public Dictionary<string, ModelTaskOptions> Tasks { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the simulator serves every pool: none has an endpoint.</summary>
    public bool IsSimulated => Pools.Values.All(pool => string.IsNullOrWhiteSpace(pool?.Endpoint));
}
