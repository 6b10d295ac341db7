using System.Text.Json.Serialization;

namespace Workflows.Shared.PullRequestReview.Locating;

/// <summary>How a quote was found in a diff.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocationKind>))]
public enum LocationKind
{
    /// <summary>The diff does not show the quote. The finding belongs in the summary.</summary>
    NotFound,

    /// <summary>The diff shows the quote several times and the claimed line is none of them. The finding belongs in the summary.</summary>
    Ambiguous,

    /// <summary>Whole lines equal the quote, character by character.</summary>
    Exact,

    /// <summary>Whole lines equal the quote when white space is levelled.</summary>
    Normalised,

    /// <summary>The quote is a part of the lines when white space is levelled.</summary>
    Substring,
}
