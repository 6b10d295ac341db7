using System.Text.Json;

namespace Workflows.Shared.Debate;

/// <summary>How debate records become JSON for people and programs outside: camelCase names; events of the ledger in the document's own names.</summary>
public static class DebateJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = WorkflowJson.Create(JsonNamingPolicy.CamelCase);

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = WorkflowJson.Create(JsonNamingPolicy.CamelCase, indented: true);

    /// <summary>A ledger as JSON Lines, each event on a line of its own.</summary>
    /// <param name="ledger">The events.</param>
    public static string Lines(IEnumerable<LedgerEvent> ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return string.Concat(ledger.Select(entry => JsonSerializer.Serialize(entry, Options) + "\n"));
    }
}
