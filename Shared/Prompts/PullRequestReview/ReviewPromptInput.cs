using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>
/// The data of a review task. Each task takes the parts it knows (<see cref="ReviewPrompt.Sections"/>) and leaves the others;
/// a part that is null, blank or without items makes no section.
/// </summary>
public sealed record ReviewPromptInput
{
    /// <summary><c>diff</c>: one file as rendered for the model.</summary>
    public string? Diff { get; init; }

    /// <summary><c>title</c>: the author's title.</summary>
    public string? Title { get; init; }

    /// <summary><c>description</c>: the author's description.</summary>
    public string? Description { get; init; }

    /// <summary><c>intent</c>: P1's answer, as JSON <c>{title?, intent, changes, risks, questions}</c>.</summary>
    public RefinedDescription? Intent { get; init; }

    /// <summary><c>rules</c>: the team's rules, one per line; every line gets the prefix <c>- </c> unless it has it.</summary>
    public string? Rules { get; init; }

    /// <summary><c>findings</c>: what F5 and V1 to V4 are asked about.</summary>
    public IReadOnlyList<PromptFinding>? Findings { get; init; }

    /// <summary><c>files</c>: several files as rendered for the model.</summary>
    public string? Files { get; init; }

    /// <summary><c>report</c>: what P2 summarises.</summary>
    public PromptReport? Report { get; init; }
}
