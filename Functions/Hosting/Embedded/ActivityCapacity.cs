using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models;

namespace Workflows.Functions.Hosting;

/// <summary>Every lease of the fleet is an activity that runs: the host must be able to run as many at once as the fleet may lease.</summary>
internal sealed class ActivityCapacity(IConfiguration configuration) : IValidateOptions<ModelOptions>
{
    private const string Key = "AzureFunctionsJobHost:extensions:durableTask:maxConcurrentActivityFunctions";
    private const int Default = 64;

    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        if (new ModelOptionsValidator().Validate(name, options).Failed)
        {
            return ValidateOptionsResult.Skip;
        }

        int leases = new ModelCatalogue(options).Pools.Sum(pool => pool.MaxConcurrent);
        int capacity = configuration.GetValue<int?>(Key) ?? Default;
        return leases <= capacity
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"The model pools may run {leases} calls at once, the host only {capacity} activities. "
                + "Raise extensions.durableTask.maxConcurrentActivityFunctions in host.json, or lower MaxConcurrent of a pool.");
    }
}
