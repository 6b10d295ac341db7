namespace Workflows.Shared.Interview;

/// <summary>What an interview's questions are made from, as it stands in the content store.</summary>
public sealed record InterviewSource
{
    /// <summary>The job description; null: there is none.</summary>
    public string? JobDescription { get; init; }

    /// <summary>The résumé; null: there is none.</summary>
    public string? Resume { get; init; }

    /// <summary>What the model is told of each stage, in the stages' order.</summary>
    public required IReadOnlyList<StageBrief> Stages { get; init; }
}
