using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>The verdict of a whole review about its own completeness.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReviewStatus>))]
public enum ReviewStatus
{
    /// <summary>Everything that was to be done was done.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete,

    /// <summary>Something is missing; <see cref="ReviewReport.Missing"/> names it.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>No file could be reviewed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
