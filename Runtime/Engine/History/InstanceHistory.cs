using System.Text.Json;

namespace Workflows.Runtime.Engine.History;

/// <summary>
/// The recorded history of an instance with all its executions, as one JSON document: to look at, to keep, and to replay against changed code
/// (<see cref="DurableEngine.FindDivergence"/>). It holds inputs, results and events in full: treat it like the data file.
/// </summary>
public sealed class InstanceHistory
{
    internal InstanceHistory(InstanceHistoryDocument document) => Document = document;

    /// <summary>Id of the instance.</summary>
    public string InstanceId => Document.InstanceId;

    /// <summary>Name of the orchestrator.</summary>
    public string Name => Document.Name;

    internal InstanceHistoryDocument Document { get; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such document; the message says where.</exception>
    public static InstanceHistory Parse(string json)
    {
        try
        {
            return new InstanceHistory(JsonSerializer.Deserialize(json, InstanceHistoryContext.Default.InstanceHistoryDocument)
                ?? throw new FormatException("This is no exported history: it is the JSON value null."));
        }
        catch (JsonException e)
        {
            throw new FormatException($"This is no exported history: {e.Message}", e);
        }
    }

    /// <summary>The document as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(Document, InstanceHistoryContext.Default.InstanceHistoryDocument);
}
