using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Finds keys of the section <c>Models</c> that nothing reads, so that a slip of the pen does not silently change nothing.</summary>
/// <param name="section">The section.</param>
internal sealed class ModelConfigurationKeys(IConfigurationSection section) : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        AddUnknown(faults, section, typeof(ModelOptions));
        foreach (var pool in section.GetSection(nameof(ModelOptions.Pools)).GetChildren())
        {
            AddUnknown(faults, pool, typeof(ModelPoolOptions));
        }

        foreach (var task in section.GetSection(nameof(ModelOptions.Tasks)).GetChildren())
        {
            AddUnknown(faults, task, typeof(ModelTaskOptions));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddUnknown(List<string> faults, IConfigurationSection owner, Type type)
    {
        var known = type.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        foreach (var child in owner.GetChildren())
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                faults.Add($"{child.Path} is not a known key; there are {string.Join(", ", known)}.");
            }
        }
    }
}
