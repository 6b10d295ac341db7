namespace Workflows.Shared.PullRequestReview;

/// <summary>
/// The result of a review, in the shape that <c>--format json</c> prints and the HTTP interface returns
/// when it is written with <see cref="ReviewJson.Options"/>.
/// </summary>
public sealed record ReviewReport
{
    /// <summary>The id of the orchestration that made it.</summary>
    public required string Id { get; init; }

    /// <summary>Whether everything was done.</summary>
    public ReviewStatus Status { get; init; }

    /// <summary>True when any answer in it came from the simulator; every format shows that.</summary>
    public bool Simulated { get; init; }

    /// <summary>P2's summary; when P2 did not answer, a plain count of what was found.</summary>
    public string Summary { get; init; } = "";

    /// <summary>P1's answer.</summary>
    public RefinedDescription Description { get; init; } = new();

    /// <summary>Every file of the diff, in the diff's order.</summary>
    public IReadOnlyList<FileReport> Files { get; init; } = [];

    /// <summary>Findings that concern several files, each with its <see cref="Finding.Path"/>.</summary>
    public IReadOnlyList<Finding> CrossFile { get; init; } = [];

    /// <summary>What a partial review lacks, one statement each.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>One entry a model, by name.</summary>
    public IReadOnlyList<ModelUsage> Usage { get; init; } = [];

    /// <summary>Wall time of the review in seconds.</summary>
    public double Seconds { get; init; }
}
