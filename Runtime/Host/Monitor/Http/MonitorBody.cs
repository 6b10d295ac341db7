using System.Globalization;
using System.Text.Json;
using Workflows.Runtime.Host.Binding;

namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>The properties of a request's body. What cannot be used is a fault that names it.</summary>
internal sealed class MonitorBody(JsonElement body)
{
    public bool Has(string name) => body.TryGetProperty(name, out _);

    /// <summary>A property as it is; null when it is absent.</summary>
    public JsonElement? Json(string name) => body.TryGetProperty(name, out JsonElement value) ? value : null;

    /// <exception cref="RequestFaultException">It is no text.</exception>
    public string? Text(string name) => Json(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } given ? given : null,
        _ => throw new RequestFaultException(name, $"'{name}' must be a text."),
    };

    /// <exception cref="RequestFaultException">It is absent, or no text.</exception>
    public string NeededText(string name) => Text(name) ?? throw new RequestFaultException(name, $"'{name}' is needed.");

    /// <exception cref="RequestFaultException">It is neither true nor false.</exception>
    public bool Flag(string name, bool absent) => Json(name)?.ValueKind switch
    {
        null or JsonValueKind.Null => absent,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new RequestFaultException(name, $"'{name}' must be true or false."),
    };

    /// <exception cref="RequestFaultException">It is no whole number from 1 on.</exception>
    public long? Number(string name) => Json(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out long value) && value >= 0 => value,
        _ => throw new RequestFaultException(name, $"'{name}' must be a whole number."),
    };

    /// <exception cref="RequestFaultException">It is no time.</exception>
    public DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        { } text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => throw new RequestFaultException(name, $"'{name}' must be a time such as 2026-01-31T12:00:00Z."),
    };

    /// <summary>Texts, as an array or as one text.</summary>
    /// <exception cref="RequestFaultException">It is neither.</exception>
    public IReadOnlyList<string>? Texts(string name) => Json(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } => Text(name) is { } text ? [text] : null,
        { ValueKind: JsonValueKind.Array } array when array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            array.GetArrayLength() == 0 ? null : [.. array.EnumerateArray().Select(item => item.GetString()!)],
        _ => throw new RequestFaultException(name, $"'{name}' must be a list of texts."),
    };

    /// <exception cref="RequestFaultException">It is no object.</exception>
    public MonitorBody? Object(string name) => Json(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } value => new MonitorBody(value),
        _ => throw new RequestFaultException(name, $"'{name}' must be an object."),
    };

    /// <summary>A text by text object, such as tags.</summary>
    /// <exception cref="RequestFaultException">It is none.</exception>
    public IReadOnlyDictionary<string, string>? Dictionary(string name) => Json(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.Object } value when value.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String) =>
            value.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString()!, StringComparer.Ordinal),
        _ => throw new RequestFaultException(name, $"'{name}' must be an object of texts."),
    };
}
