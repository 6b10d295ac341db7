using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>The shape of a latency distribution.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LatencyKind>))]
public enum LatencyKind
{
    /// <summary>Always the same.</summary>
    [JsonStringEnumMemberName("fixed")]
    Fixed,

    /// <summary>Evenly spread between two bounds.</summary>
    [JsonStringEnumMemberName("uniform")]
    Uniform,

    /// <summary>The logarithm is normally distributed; held between two bounds.</summary>
    [JsonStringEnumMemberName("lognormal")]
    LogNormal,
}
