using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>How an expression was found in the subtitles: <c>"exact"</c>, <c>"inflected"</c>, <c>"separated"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimingMatch>))]
public enum TimingMatch
{
    /// <summary>Word for word; case and punctuation make no difference.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>Word by word in other forms: "look forward to" as "looking forward to", "one's" as "my".</summary>
    [JsonStringEnumMemberName("inflected")]
    Inflected,

    /// <summary>With a few other words in between: "pick up" as "pick the tickets up".</summary>
    [JsonStringEnumMemberName("separated")]
    Separated,
}
