using System.Text.Json.Serialization;

namespace Workflows.Shared.Tests.PullRequestReview.BadAnswers;

/// <summary>A finding as the report has to show it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExpectedFinding
{
    /// <summary><c>new 12</c>, <c>old 13-14</c>, with <c>moved</c> behind it when the model claimed another place; <c>not found</c> or <c>ambiguous</c> without a place.</summary>
    public required string Place { get; init; }

    /// <summary>The severity's word.</summary>
    public required string Severity { get; init; }

    /// <summary>The title, where it matters.</summary>
    public string? Title { get; init; }

    /// <summary>Accuracy, location, suggestion, hallucination; without it nothing was checked but the place, by code.</summary>
    public string? Checks { get; init; }

    /// <summary>The suggestion, where it matters; <c>none</c> when it has to be gone.</summary>
    public string? Suggestion { get; init; }

    /// <summary>The confidence, where it matters.</summary>
    public double? Confidence { get; init; }

    public override string ToString()
    {
        var checks = Checks ?? (Place is "not found" or "ambiguous" ? "unchecked failed unchecked unchecked" : "unchecked passed unchecked unchecked");
        return $"{Place} | {Severity} | {checks}";
    }
}
