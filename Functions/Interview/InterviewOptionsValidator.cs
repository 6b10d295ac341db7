using Microsoft.Extensions.Options;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Scenario;

namespace Workflows.Functions.Interview;

/// <summary>Refuses settings of the interviews that cannot be kept, the scenario among them.</summary>
internal sealed class InterviewOptionsValidator : IValidateOptions<InterviewOptions>
{
    private const double MostSeconds = 3_600;

    public ValidateOptionsResult Validate(string? name, InterviewOptions options)
    {
        (bool Holds, string Fault)[] rules =
        [
            (options.AnswerMinutes is >= 0.1 and <= InterviewRules.MostAnswerMinutes, $"Interviews:AnswerMinutes must be from 0.1 to {InterviewRules.MostAnswerMinutes:N0}."),
            (options.Reminders is >= 0 and <= InterviewOptions.MostReminders, $"Interviews:Reminders must be from 0 to {InterviewOptions.MostReminders}."),
            (options.QuestionSeconds is >= 1 and <= MostSeconds, "Interviews:QuestionSeconds must be from 1 to 3,600."),
            (options.NextQuestionSeconds is >= 1 and <= MostSeconds, "Interviews:NextQuestionSeconds must be from 1 to 3,600."),
            (options.TranscriptSeconds is >= 0 and <= MostSeconds && options.TranscriptSeconds < options.NextQuestionSeconds, "Interviews:TranscriptSeconds must be from 0 to below Interviews:NextQuestionSeconds."),
            (options.AnalysisSeconds is >= 1 and <= MostSeconds, "Interviews:AnalysisSeconds must be from 1 to 3,600."),
            (options.LightAboveSeconds is >= 0 and <= 24 * MostSeconds, "Interviews:LightAboveSeconds must be from 0 to 86,400."),
            (options.ReportMinutes is >= 1 and <= 7 * 24 * 60, "Interviews:ReportMinutes must be from 1 to 10,080."),
        ];
        List<string> faults = [.. rules.Where(rule => !rule.Holds).Select(rule => rule.Fault)];
        try
        {
            InterviewScenarios.Read(options.ScenarioFile);
        }
        catch (InvalidScenarioException e)
        {
            faults.AddRange(e.Faults.Select(fault => $"Interviews:ScenarioFile: {fault}"));
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
