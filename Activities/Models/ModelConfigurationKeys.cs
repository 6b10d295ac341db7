using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>
/// Finds keys of the section <c>Models</c> that nothing reads and values that cannot be read. The binder passes over both, so that a
/// slip of the pen would silently change nothing.
/// </summary>
/// <param name="section">The section.</param>
internal sealed class ModelConfigurationKeys(IConfigurationSection section) : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        var faults = new List<string>();
        AddFaults(faults, section, typeof(ModelOptions));
        foreach (var pool in section.GetSection(nameof(ModelOptions.Pools)).GetChildren())
        {
            AddFaults(faults, pool, typeof(ModelPoolOptions));
        }

        foreach (var task in section.GetSection(nameof(ModelOptions.Tasks)).GetChildren())
        {
            AddFaults(faults, task, typeof(ModelTaskOptions));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void AddFaults(List<string> faults, IConfigurationSection owner, Type type)
    {
        var known = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in owner.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                faults.Add($"{child.Path} is not a known key; there are {string.Join(", ", known.Keys)}.");
            }
            else if (!string.IsNullOrEmpty(child.Value) && Expected(Nullable.GetUnderlyingType(property.PropertyType), child.Value) is { } expected)
            {
                faults.Add($"{child.Path} must be {expected}.");
            }
        }
    }

    /// <summary>What a value should have been; null when it is that.</summary>
    private static string? Expected(Type? type, string value)
    {
        if (type == typeof(int))
        {
            return int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number";
        }

        if (type == typeof(decimal))
        {
            return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "a number";
        }

        if (type == typeof(double))
        {
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : "a number";
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(value, out _) ? null : "true or false";
        }

        return type is { IsEnum: true } && !Enum.TryParse(type, value, ignoreCase: true, out _) ? string.Join(", ", Enum.GetNames(type)) : null;
    }
}
