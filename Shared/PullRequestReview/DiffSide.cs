using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview;

/// <summary>The side of a diff on which a line number counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiffSide>))]
public enum DiffSide
{
    /// <summary>The file after the change: added and unchanged lines.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>The file before the change: removed lines.</summary>
    [JsonStringEnumMemberName("old")]
    Old,
}
