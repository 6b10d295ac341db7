using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Answers;

/// <summary>How risky P2 thinks merging is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewRisk>))]
public enum ReviewRisk
{
    /// <summary>Merge as it is.</summary>
    [JsonStringEnumMemberName("low")]
    Low,

    /// <summary>Look at the findings first.</summary>
    [JsonStringEnumMemberName("medium")]
    Medium,

    /// <summary>Do not merge before the findings are settled.</summary>
    [JsonStringEnumMemberName("high")]
    High,
}
