using System.Collections.Immutable;

namespace Workflows.FunctionsWorker;

/// <summary>A parameter of a function.</summary>
public class FunctionParameter
{
    private static readonly IReadOnlyDictionary<string, object> None = ImmutableDictionary<string, object>.Empty;

    /// <summary>Creates a parameter without a default value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    public FunctionParameter(string name, Type type)
        : this(name, type, None)
    {
    }

    /// <summary>Creates a parameter without a default value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="properties">Further facts, such as its attributes.</param>
    public FunctionParameter(string name, Type type, IReadOnlyDictionary<string, object> properties)
        : this(name, type, false, null, properties)
    {
    }

    /// <summary>Creates a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="hasDefaultValue">True when it has a default value.</param>
    /// <param name="defaultValue">The default value.</param>
    public FunctionParameter(string name, Type type, bool hasDefaultValue, object? defaultValue)
        : this(name, type, hasDefaultValue, defaultValue, None)
    {
    }

    /// <summary>Creates a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="hasDefaultValue">True when it has a default value.</param>
    /// <param name="defaultValue">The default value.</param>
    /// <param name="properties">Further facts, such as its attributes.</param>
    /// <exception cref="ArgumentNullException">Name, type or properties are null.</exception>
    public FunctionParameter(
        string name,
        Type type,
        bool hasDefaultValue,
        object? defaultValue,
        IReadOnlyDictionary<string, object> properties)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(properties);
        Name = name;
        Type = type;
        HasDefaultValue = hasDefaultValue;
        DefaultValue = defaultValue;
        Properties = properties;
        IsReferenceOrNullableType = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>True when the parameter may be null.</summary>
    public bool IsReferenceOrNullableType { get; }

    /// <summary>Further facts, such as its attributes.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; }

    /// <summary>True when the parameter has a default value.</summary>
    public bool HasDefaultValue { get; }

    /// <summary>The default value, if there is one.</summary>
    public object? DefaultValue { get; }
}
