using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Tests.PullRequestReview.BadAnswers;

/// <summary>
/// One hand-written case: what a model server returned for a review task, perhaps for synthesis and validations too, and what has to become of it.
/// A raw text stands as a JSON string; one that is itself JSON may stand as it is, and is then taken character by character.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BadAnswerCase
{
    /// <summary>What is bad about it.</summary>
    public required string Name { get; init; }

    /// <summary>The sample diff beside the cases that the model was asked about.</summary>
    public required string Diff { get; init; }

    /// <summary>The finding task that was asked.</summary>
    public string Task { get; init; } = "F2";

    /// <summary>The message's <c>content</c>.</summary>
    public JsonElement? Content { get; init; }

    /// <summary>The message's <c>reasoning_content</c>.</summary>
    [JsonPropertyName("reasoning_content")]
    public JsonElement? Reasoning { get; init; }

    /// <summary>Texts too long to write down: in all answers the name is replaced by its text, repeated.</summary>
    public IReadOnlyDictionary<string, Repeated> Fill { get; init; } = new Dictionary<string, Repeated>();

    /// <summary>The raw answer of the synthesis.</summary>
    public JsonElement? F5 { get; init; }

    /// <summary>The raw answer of the check of accuracy.</summary>
    public JsonElement? V1 { get; init; }

    /// <summary>The raw answer of the check of places.</summary>
    public JsonElement? V2 { get; init; }

    /// <summary>The raw answer of the check of suggestions.</summary>
    public JsonElement? V3 { get; init; }

    /// <summary>The raw answer of the check for inventions.</summary>
    public JsonElement? V4 { get; init; }

    /// <summary><c>repair: </c> and a part of the error, <c>reask-language</c>, or the report's findings in their order (<see cref="ExpectedFinding"/>).</summary>
    public required JsonElement Expect { get; init; }

    /// <summary>A text and how often it is repeated.</summary>
    public sealed record Repeated(string Text, int Times);
}
