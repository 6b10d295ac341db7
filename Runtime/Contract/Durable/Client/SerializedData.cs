using System.Text.Json.Serialization;
using Workflows.Durable.Converters;

namespace Workflows.Durable.Client;

/// <summary>A payload as text, with what is needed to read it. As JSON it is a string that holds the text.</summary>
[JsonConverter(typeof(SerializedDataJsonConverter))]
public sealed class SerializedData
{
    /// <summary>Creates the payload.</summary>
    /// <param name="data">The text.</param>
    /// <param name="converter">What reads it; null: the default converter.</param>
    public SerializedData(string data, DataConverter? converter = null)
    {
        Value = data;
        Converter = converter ?? JsonDataConverter.Default;
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>What reads the text.</summary>
    public DataConverter Converter { get; }

    /// <summary>Reads the payload.</summary>
    /// <typeparam name="T">The type to read it as.</typeparam>
    public T ReadAs<T>() => Converter.Deserialize<T>(Value)!;

    internal static SerializedData? Create(string? data, DataConverter converter) => data is null ? null : new SerializedData(data, converter);
}
