using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Refuses keys of the section <c>Models</c> that nothing reads and values that cannot be read.</summary>
/// <param name="section">The section.</param>
internal sealed class ModelConfigurationKeys(IConfigurationSection section) : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        ConfigurationKeys.AddFaults(faults, section, typeof(ModelOptions));
        foreach (var pool in section.GetSection(nameof(ModelOptions.Pools)).GetChildren())
        {
            ConfigurationKeys.AddFaults(faults, pool, typeof(ModelPoolOptions));
        }

        foreach (var task in section.GetSection(nameof(ModelOptions.Tasks)).GetChildren())
        {
            ConfigurationKeys.AddFaults(faults, task, typeof(ModelTaskOptions));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
