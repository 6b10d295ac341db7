using System.Text.Json;

namespace Workflows.Shared.Subtitles.Reading;

/// <summary>Reads segments from JSON: an array of them, or an object whose <c>segments</c> is one, as speech recognition writes it.</summary>
internal static class SegmentReader
{
    /// <summary>Whether a text means to be that: subtitles of other kinds begin with brackets and braces, too, but with other things in them.</summary>
    public static bool IsMeant(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimStart();
        if (rest.Length == 0 || rest[0] is not ('[' or '{'))
        {
            return false;
        }

        ReadOnlySpan<char> inside = rest[1..].TrimStart();
        return inside.Length > 0 && (rest[0] == '[' ? inside[0] is '{' or ']' : inside[0] is '"' or '}');
    }

    /// <summary>The segments.</summary>
    /// <exception cref="InvalidSubtitlesException">It is no JSON, or not that.</exception>
    public static List<RawCue> Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            JsonElement root = document.RootElement;
            JsonElement array = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("segments", out JsonElement inner) ? inner : root;
            if (array.ValueKind != JsonValueKind.Array)
            {
                throw new InvalidSubtitlesException("The JSON has no segments; give an array [{\"start\": 1.0, \"end\": 2.5, \"text\": \"…\"}], or an object with it as \"segments\".");
            }

            List<RawCue> cues = [];
            foreach (JsonElement item in array.EnumerateArray())
            {
                cues.Add(Segment(item, cues.Count));
                if (cues.Count > SubtitleReader.MostCues)
                {
                    throw SubtitleReader.TooManyCues();
                }
            }

            return cues;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidSubtitlesException("The subtitles begin as JSON and are none that can be read; give an array [{\"start\": 1.0, \"end\": 2.5, \"text\": \"…\"}].", e);
        }
    }

    private static RawCue Segment(JsonElement item, int index)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Bad(index, "it is no object");
        }

        TimeSpan start = Time(item, "start", index);
        TimeSpan end = Time(item, "end", index);
        return item.TryGetProperty("text", out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? new RawCue(start, end, text.GetString()!, item.TryGetProperty("speaker", out JsonElement speaker) && speaker.ValueKind == JsonValueKind.String ? speaker.GetString() : null)
            : throw Bad(index, "\"text\" is missing or no string");
    }

    private static TimeSpan Time(JsonElement item, string name, int index)
    {
        if (!item.TryGetProperty(name, out JsonElement value))
        {
            throw Bad(index, $"\"{name}\" is missing");
        }

        TimeSpan? time = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out double seconds) => SegmentTimeConverter.OfSeconds(seconds),
            JsonValueKind.String => SubtitleTime.Parse(value.GetString()!),
            _ => null,
        };
        return time ?? throw Bad(index, $"\"{name}\" is no time below 100 hours: give seconds, or a string such as \"00:01:02,500\"");
    }

    private static InvalidSubtitlesException Bad(int index, string fault) => new($"Segment {index + 1} cannot be read: {fault}.");
}
