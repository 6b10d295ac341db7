using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Workflows.Shared;

/// <summary>
/// Finds keys of a section that nothing reads and values that cannot be read. The binder passes over both, so that a
/// slip of the pen would silently change nothing.
/// </summary>
public static class ConfigurationKeys
{
    /// <summary>Adds what is wrong with a section's own keys and values.</summary>
    /// <param name="faults">Where to.</param>
    /// <param name="owner">The section.</param>
    /// <param name="type">What it is bound to.</param>
    public static void AddFaults(ICollection<string> faults, IConfigurationSection owner, Type type)
    {
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(type);
        var known = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in owner.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                faults.Add($"{child.Path} is not a known key; there are {string.Join(", ", known.Keys)}.");
            }
            else if (!string.IsNullOrEmpty(child.Value) && Expected(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, child.Value) is { } expected)
            {
                faults.Add($"{child.Path} must be {expected}.");
            }
        }
    }

    /// <summary>What a value should have been; null when it is that.</summary>
    private static string? Expected(Type type, string value)
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

        return type.IsEnum && !Enum.TryParse(type, value, ignoreCase: true, out _) ? string.Join(", ", Enum.GetNames(type)) : null;
    }
}
