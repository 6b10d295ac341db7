namespace Workflows.Shared.Models;

/// <summary>
/// Refuses what would load a model twice on one accelerator (I3): one model of one class is one server. Copies on the processors are no fault, and what the simulator serves is
/// loaded nowhere.
/// </summary>
internal static class LoadFaults
{
    public static void Add(List<string> faults, ModelOptions merged)
    {
        var loaded = merged.Pools
            .Where(pool => pool.Value is { Endpoint: not null, Model: not null, ResourceClass: not (null or ResourceClass.Cpu) })
            .GroupBy(pool => (pool.Value.ResourceClass, Model: pool.Value.Model!.ToUpperInvariant()));
        foreach (var copies in loaded)
        {
            var first = copies.First();
            foreach (var other in copies.Skip(1).Where(other => ServerOf(other.Value) != ServerOf(first.Value)))
            {
                faults.Add(
                    $"{ModelOptions.Section}:Pools: {first.Key} and {other.Key} would load the model '{first.Value.Model}' twice on '{first.Value.ResourceClass}'. "
                    + $"Give both the same Endpoint, or leave one out and point its tasks to the other; where {other.Key} has a processor or an accelerator of its own, say so by its ResourceClass (cpu, or a name such as gpu2).");
            }
        }
    }

    private static string ServerOf(ModelPoolOptions pool) =>
        Uri.TryCreate(pool.Endpoint, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/') : pool.Endpoint!;
}
