using System.Text.Json;

namespace Workflows.Runtime.Host.Monitor.Http;

/// <summary>A payload as the monitor shows it: its beginning, and how long the whole is.</summary>
/// <param name="Kind"><c>json</c>, or <c>text</c> for what an application's own converter wrote.</param>
/// <param name="Text">The beginning.</param>
/// <param name="Length">Characters of the whole.</param>
/// <param name="Cut">True when there is more.</param>
internal sealed record Shown(string Kind, string Text, int Length, bool Cut)
{
    public const int Most = 4096;

    public static Shown? Of(string? payload, int most = Most) => payload is null ? null : Of(payload, payload.Length, most);

    /// <summary>One of which only the beginning was read.</summary>
    public static Shown Of(string beginning, int length, int most)
    {
        string text = Cutting.To(beginning, most);
        bool cut = length > text.Length;
        return new Shown(cut ? KindOfBeginning(text) : KindOf(text), text, length, cut);
    }

    private static string KindOf(string text)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(text);
            return "json";
        }
        catch (JsonException)
        {
            return "text";
        }
    }

    private static string KindOfBeginning(string text) => text is ['{' or '[' or '"', ..] ? "json" : "text";
}
