namespace Workflows.FunctionsWorker.Converters;

/// <summary>Base of the attributes that say what makes a parameter's value.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Struct)]
public class InputConverterAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    /// <param name="converterType">What makes the value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="converterType"/> is null.</exception>
    public InputConverterAttribute(Type converterType)
    {
        ArgumentNullException.ThrowIfNull(converterType);
        ConverterType = converterType;
    }

    /// <summary>What makes the value.</summary>
    public Type ConverterType { get; }
}
