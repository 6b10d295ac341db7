using System.Text.Json;

namespace Workflows.Durable.Converters;

/// <summary>The default converter: JSON by System.Text.Json.</summary>
public class JsonDataConverter : DataConverter
{
    private static readonly JsonSerializerOptions DefaultOptions = new() { IncludeFields = true };

    private readonly JsonSerializerOptions _options;

    /// <summary>Creates a converter.</summary>
    /// <param name="options">How values are written and read; null: the defaults of System.Text.Json with fields included.</param>
    public JsonDataConverter(JsonSerializerOptions? options = null) => _options = options ?? DefaultOptions;

    /// <summary>The converter with the default options.</summary>
    public static JsonDataConverter Default { get; } = new();

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The value's type cannot be written as JSON.</exception>
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, _options);

    /// <inheritdoc/>
    /// <exception cref="JsonException">The text is not JSON of the target type.</exception>
    public override object? Deserialize(string? data, Type targetType) => data is null ? null : JsonSerializer.Deserialize(data, targetType, _options);
}
