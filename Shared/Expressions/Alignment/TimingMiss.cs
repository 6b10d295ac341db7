using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions.Alignment;

/// <summary>Why an expression has no time: <c>"not_found"</c>, <c>"no_words"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimingMiss>))]
public enum TimingMiss
{
    /// <summary>It is not said in its chunk, in no form that is known.</summary>
    [JsonStringEnumMemberName("not_found")]
    NotFound,

    /// <summary>It has no letters and no digits.</summary>
    [JsonStringEnumMemberName("no_words")]
    NoWords,
}
