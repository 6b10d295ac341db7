using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>A time of a segment: seconds as a number, or a string as subtitles write times. It is written as seconds.</summary>
internal sealed class SegmentTimeConverter : JsonConverter<TimeSpan>
{
    private const string Fault = "A segment's time is its seconds as a number, or a string such as \"00:01:02,500\", below 100 hours.";

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader) ?? throw new JsonException(Fault);

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteNumberValue(value.TotalSeconds);

    /// <summary>Seconds as a time, to the millisecond; null: it is beyond the longest film.</summary>
    public static TimeSpan? OfSeconds(double seconds) =>
        Math.Abs(seconds) < SubtitleTime.Longest.TotalSeconds ? TimeSpan.FromMilliseconds((long)Math.Round(seconds * 1_000)) : null;

    private static TimeSpan? Of(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double seconds) => OfSeconds(seconds),
        JsonTokenType.String => SubtitleTime.Parse(reader.GetString()!),
        _ => null,
    };
}
