using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Models;

namespace Workflows.Shared.Interview;

/// <summary>An interview to be held, whose documents were put into the content store before. Nothing of what the candidate says or wrote is in it.</summary>
public sealed record InterviewWork
{
    /// <summary>The folder of its content, by <see cref="InterviewContent"/>; it is deleted when the interview ends.</summary>
    public required string Folder { get; init; }

    /// <summary>The hash of the request, in lower-case hexadecimal: two requests of one hash are the same.</summary>
    public required string RequestHash { get; init; }

    /// <summary>The role, as questions name it.</summary>
    public required string Role { get; init; }

    /// <summary>The language of questions and report.</summary>
    public required AnswerLanguage Language { get; init; }

    /// <summary>The stages.</summary>
    public required IReadOnlyList<PlannedStage> Stages { get; init; }

    /// <summary>The settings.</summary>
    public required InterviewSettings Settings { get; init; }
}
