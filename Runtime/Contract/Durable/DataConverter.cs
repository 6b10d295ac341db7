using System.Diagnostics.CodeAnalysis;

namespace Workflows.Durable;

/// <summary>Turns values into text for the journal and back.</summary>
public abstract class DataConverter
{
    /// <summary>For derived classes.</summary>
    protected DataConverter()
    {
    }

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text; null for null.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public abstract string? Serialize(object? value);

    /// <summary>Reads a value.</summary>
    /// <param name="data">The text, or null.</param>
    /// <param name="targetType">The type to read.</param>
    /// <returns>The value; null for null.</returns>
    [return: NotNullIfNotNull(nameof(data))]
    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="data">The text, or null.</param>
    /// <returns>The value; the type's default value for null.</returns>
    [return: NotNullIfNotNull(nameof(data))]
    public virtual T? Deserialize<T>(string? data) => (T?)(Deserialize(data, typeof(T)) ?? default(T));
}
