using System.Text.Json;
using System.Text.Json.Schema;

namespace Workflows.Runtime.Host.Monitor.Starting;

/// <summary>The orchestrations of the application, and what is known of their inputs.</summary>
/// <param name="orchestrators">Their names.</param>
/// <param name="catalogue">What the application tells of them; null: nothing.</param>
/// <param name="durable">How durable payloads are written.</param>
internal sealed class StartableList(IReadOnlySet<string> orchestrators, IMonitorCatalogue? catalogue, JsonSerializerOptions durable)
{
    private readonly Lazy<IReadOnlyList<StartableItem>> _items = new(() =>
        [.. orchestrators.Order(StringComparer.OrdinalIgnoreCase).Select(name => Item(name, catalogue?.Find(name), durable))]);

    public IReadOnlyList<StartableItem> Items => _items.Value;

    public bool Contains(string name) => orchestrators.Contains(name);

    /// <summary>Why an input does not fit; null: it does, or it is not known what would.</summary>
    public string? FaultOf(string name, JsonElement? input)
    {
        if (catalogue?.Find(name) is not { InputType: { } type } start)
        {
            return null;
        }

        if (input is not { ValueKind: not JsonValueKind.Null } given)
        {
            return $"{name} needs an input.";
        }

        try
        {
            _ = given.Deserialize(type, start.Json ?? durable);
            return null;
        }
        catch (JsonException e)
        {
            return $"The input does not fit {name}: {e.Message}";
        }
    }

    private static StartableItem Item(string name, MonitorStart? start, JsonSerializerOptions durable)
    {
        JsonSerializerOptions json = start?.Json ?? durable;
        return new StartableItem(
            name, start?.Description,
            start?.InputType is { } type ? Readable(json).GetJsonSchemaAsNode(type) : null,
            start?.Example is { } example ? JsonSerializer.SerializeToNode(example, example.GetType(), json) : null,
            start?.Startable ?? true);
    }

    private static JsonSerializerOptions Readable(JsonSerializerOptions json)
    {
        JsonSerializerOptions readable = new(json);
        readable.TypeInfoResolver ??= new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver();
        readable.MakeReadOnly();
        return readable;
    }
}
