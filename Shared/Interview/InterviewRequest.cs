namespace Workflows.Shared.Interview;

/// <summary>An interview to be held.</summary>
public sealed record InterviewRequest
{
    /// <summary>The role that the candidate applies for; null: not named.</summary>
    public string? Role { get; init; }

    /// <summary><c>en</c> or <c>ko</c>.</summary>
    public string Language { get; init; } = InterviewLanguages.English;

    /// <summary>The job description, in which questions are grounded.</summary>
    public string? JobDescription { get; init; }

    /// <summary>The candidate's résumé, in which questions are grounded.</summary>
    public string? Resume { get; init; }

    /// <summary>What the caller's own records call the stages, in their order; null: as the scenario does. A name that fits no stage stops nothing.</summary>
    public IReadOnlyList<string?>? Stages { get; init; }

    /// <summary>How long a question may stay without an answer, in minutes; null: as configured.</summary>
    public double? AnswerMinutes { get; init; }
}
