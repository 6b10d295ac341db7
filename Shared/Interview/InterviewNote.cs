using Workflows.Shared.Interview.Stages;

namespace Workflows.Shared.Interview;

/// <summary>Something of an interview that is counted and logged, nothing of what is said among it. What is null did not happen.</summary>
public sealed record InterviewNote
{
    /// <summary>The interview.</summary>
    public required string Interview { get; init; }

    /// <summary>The stage's number; 0: the whole.</summary>
    public int Stage { get; init; }

    /// <summary>How a stage was found that the caller calls otherwise than the scenario.</summary>
    public StageMatch? Mismatch { get; init; }

    /// <summary>Where a question comes from that was asked.</summary>
    public QuestionKind? Question { get; init; }

    /// <summary>How long it took after the answer before.</summary>
    public double? SecondsFromAnswer { get; init; }

    /// <summary>In which form it was answered.</summary>
    public AnswerKind? Answer { get; init; }

    /// <summary>Which reminder it was.</summary>
    public int? Reminder { get; init; }

    /// <summary>How an analysis ended: <c>full</c>, <c>light</c>, <c>redone</c>, <c>missing</c>.</summary>
    public string? Analysis { get; init; }

    /// <summary>How the interview ended.</summary>
    public InterviewEnd? End { get; init; }
}
