using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>What one validation task said about a finding.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckResult>))]
public enum CheckResult
{
    /// <summary>The validation did not run, or did not answer in time.</summary>
    [JsonStringEnumMemberName("unchecked")]
    Unchecked,

    /// <summary>The validation confirmed the finding in this respect.</summary>
    [JsonStringEnumMemberName("passed")]
    Passed,

    /// <summary>The validation rejected the finding in this respect.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
