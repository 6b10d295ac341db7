using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>A model's finding with the place where code found its quotation.</summary>
/// <param name="Finding">The finding; its line is the one found, never the one claimed.</param>
/// <param name="Location">How it was found.</param>
public sealed record LocatedCandidate(CandidateFinding Finding, LineLocation Location);
