using System.Text.Json;

namespace Workflows.Activities.Models;

/// <summary>Reads single fields of what a server sends; what is absent, of another kind or nonsense is null.</summary>
internal static class ReplyFields
{
    private const int LongestName = 200;
    private const int MostTokens = 100_000_000;

    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text that can be shown as a name.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public static string? Name(JsonElement owner, string name)
    {
        var text = Text(owner, name);
        return string.IsNullOrWhiteSpace(text) || text.Length > LongestName || text.Any(char.IsControl) ? null : text;
    }

    public static int? Count(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var count)
        && count is >= 0 and <= MostTokens
            ? count
            : null;
}
