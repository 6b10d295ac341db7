using Workflows.Runtime.Host;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Functions.Hosting;

/// <summary>The resource classes of the catalogue's pools: each class needs a slot for every call that its pools may have at once.</summary>
internal sealed class PoolClasses(ModelCatalogue catalogue) : IResourceClasses
{
    public IReadOnlyDictionary<string, int> Slots { get; } = Of(catalogue.Pools);

    public static Dictionary<string, int> Of(IEnumerable<FleetPool> pools) => pools
        .Where(pool => pool.ResourceClass is not null)
        .GroupBy(pool => pool.ResourceClass!, pool => pool.MaxConcurrent, StringComparer.Ordinal)
        .ToDictionary(pools => pools.Key, pools => pools.Sum(), StringComparer.Ordinal);
}
