using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Subtitles;

/// <summary>A time of a film as a string <c>hh:mm:ss.fff</c>.</summary>
internal sealed class SubtitleTimeConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && SubtitleTime.Parse(reader.GetString()!) is { } time ? time : throw new JsonException("A time is a string hh:mm:ss.fff.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) => writer.WriteStringValue(SubtitleTime.Format(value));
}
