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
            else
            {
                AddFaultsOf(faults, child, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            }
        }
    }

    private static void AddFaultsOf(ICollection<string> faults, IConfigurationSection given, Type type)
    {
        bool hasValue = !string.IsNullOrEmpty(given.Value);
        if (type.IsValueType || type == typeof(string))
        {
            if (given.GetChildren().Any())
            {
                faults.Add($"{given.Path} must be one value; there are keys below it.");
            }
            else if (hasValue && Expected(type, given.Value!) is { } expected)
            {
                faults.Add($"{given.Path} must be {expected}.");
            }
        }
        else if (type.IsArray)
        {
            if (hasValue)
            {
                faults.Add($"{given.Path} is a list; set {given.Path}:0, {given.Path}:1 and so on.");
            }

            AddFaultsBelow(faults, given, type.GetElementType()!);
        }
        else if (hasValue)
        {
            faults.Add($"{given.Path} has no value of its own; set the keys below it.");
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            AddFaultsBelow(faults, given, type.GetGenericArguments()[1]);
        }
    }

    private static void AddFaultsBelow(ICollection<string> faults, IConfigurationSection given, Type type)
    {
        foreach (var child in given.GetChildren())
        {
            AddFaultsOf(faults, child, type);
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
