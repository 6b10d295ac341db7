using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Diffs;

/// <summary>What a diff says about a line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiffLineKind>))]
public enum DiffLineKind
{
    /// <summary>The line is on both sides.</summary>
    Context,

    /// <summary>The line is on the new side only.</summary>
    Added,

    /// <summary>The line is on the old side only.</summary>
    Removed,
}
