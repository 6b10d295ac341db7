using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Runtime.Host;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Functions.Hosting;

/// <summary>
/// Every lease of the fleet is an activity that runs: the host must be able to run as many at once as the fleet may lease, of each resource class and of all together.
/// </summary>
internal sealed class ActivityCapacity(IConfiguration configuration, EmbeddedHostOptions host) : IValidateOptions<ModelOptions>
{
    private const string Key = "AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions";
    private const string Remedy = "Raise extensions.durableTask.maxConcurrentActivityFunctions in host.json";
    private const int Default = 64;

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        if (new ModelOptionsValidator().Validate(name, options).Failed)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> faults = [.. Faults(new ModelCatalogue(options).Pools, configuration.GetValue<int?>(Key) ?? Default)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(IReadOnlyList<FleetPool> pools, int capacity)
    {
        int leases = pools.Sum(pool => pool.MaxConcurrent);
        if (leases > capacity)
        {
            yield return $"The model pools may run {leases} calls at once, the host only {capacity} activities. {Remedy}, or lower MaxConcurrent of a pool.";
            yield break;
        }

        Dictionary<string, int> needed = PoolClasses.Of(pools);
        foreach ((string resourceClass, int calls) in needed.Where(entry => host.ResourceClasses.TryGetValue(entry.Key, out int slots) && slots < entry.Value))
        {
            string names = string.Join(", ", pools.Where(pool => pool.ResourceClass == resourceClass).Select(pool => $"{pool.Name} {pool.MaxConcurrent}"));
            yield return $"The model pools of the resource class '{resourceClass}' may run {calls} calls at once ({names}), Workflows:ResourceClasses:{resourceClass} only {host.ResourceClasses[resourceClass]} activities. "
                + "Raise or remove that, or lower MaxConcurrent of a pool.";
        }

        Dictionary<string, int> slots = new(needed, StringComparer.Ordinal);
        foreach ((string resourceClass, int set) in host.ResourceClasses)
        {
            slots[resourceClass] = set;
        }

        long left = capacity - slots.Values.Sum(count => (long)count);
        int others = Math.Max(1, leases - needed.Values.Sum());
        if (left < others)
        {
            yield return $"The resource classes have {string.Join(", ", slots.Select(entry => $"{entry.Key} {entry.Value}"))} of the host's {capacity} activities at once, and the others need {others}. "
                + $"{Remedy}, or lower Workflows:ResourceClasses or MaxConcurrent of a pool.";
        }
    }
}
