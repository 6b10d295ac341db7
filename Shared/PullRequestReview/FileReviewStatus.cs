using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>How far the review of one file came.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FileReviewStatus>))]
public enum FileReviewStatus
{
    /// <summary>All tasks of the file answered.</summary>
    [JsonStringEnumMemberName("reviewed")]
    Reviewed,

    /// <summary>Some tasks of the file did not answer; <see cref="FileReport.Reason"/> says which.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>A skip rule applied; <see cref="FileReport.Reason"/> says which. No model was asked.</summary>
    [JsonStringEnumMemberName("skipped")]
    Skipped,

    /// <summary>No task of the file answered; <see cref="FileReport.Reason"/> says why.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
