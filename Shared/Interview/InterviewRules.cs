using Workflows.Shared.Interview.Scenario;

namespace Workflows.Shared.Interview;

/// <summary>What requests and answers must keep to.</summary>
public static class InterviewRules
{
    /// <summary>The longest role, in characters.</summary>
    public const int LongestRole = 100;

    /// <summary>The longest job description, and the longest résumé.</summary>
    public const int LongestDocument = 20_000;

    /// <summary>The longest answer.</summary>
    public const int LongestAnswer = 10_000;

    /// <summary>The most minutes that a question may wait for its answer: thirty days.</summary>
    public const double MostAnswerMinutes = 30 * 24 * 60;

    private const int LongestStage = 200;

    /// <summary>The field at fault and what is wrong with it; null: nothing is.</summary>
    /// <param name="request">The request.</param>
    public static (string Field, string Fault)? Check(InterviewRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request switch
        {
            { Role.Length: > LongestRole } => ("role", $"The role is longer than {LongestRole} characters."),
            { Role: { } role } when string.IsNullOrWhiteSpace(role) => ("role", "The role is empty; leave it out where it has no name."),
            _ when InterviewLanguages.Of(request.Language) is null => ("language", "The language is en or ko."),
            { JobDescription.Length: > LongestDocument } => ("job_description", $"The job description is longer than {LongestDocument:N0} characters."),
            { Resume.Length: > LongestDocument } => ("resume", $"The résumé is longer than {LongestDocument:N0} characters."),
            { Stages.Count: > InterviewScenario.MostStages } => ("stages", $"An interview has at most {InterviewScenario.MostStages} stages."),
            { Stages: { } stages } when stages.Any(stage => stage?.Length > LongestStage) => ("stages", $"A stage's name has at most {LongestStage} characters."),
            { AnswerMinutes: { } minutes } when minutes is not (>= 0.1 and <= MostAnswerMinutes) => ("answer_minutes", $"A question may wait from 0.1 to {MostAnswerMinutes:N0} minutes for its answer."),
            _ => null,
        };
    }
}
