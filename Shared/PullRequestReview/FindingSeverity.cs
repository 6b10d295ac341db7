using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>How much a finding matters. The values ascend, so that a greater value is the graver one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FindingSeverity>))]
public enum FindingSeverity
{
    /// <summary>Worth a remark; nothing breaks.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Wrong in a case that is rare or cheap to recover from.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>Wrong in normal use.</summary>
    [JsonStringEnumMemberName("high")]
    High,

    /// <summary>Loses or exposes data, or breaks the product for everyone.</summary>
    [JsonStringEnumMemberName("critical")]
    Critical,
}
