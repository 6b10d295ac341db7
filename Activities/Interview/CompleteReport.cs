using Workflows.Activities.Content;
using Workflows.Shared.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Puts into a report what was answered, before the content is deleted.</summary>
public sealed class CompleteReport(IContentStore store)
{
    /// <summary>The report with the answers.</summary>
    /// <param name="work">The report.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(CompleteReport))]
    public async Task<InterviewReport> RunAsync([ActivityTrigger] ReportWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        InterviewStore.Check(work.Folder);
        Dictionary<int, string?> answers = [];
        foreach (TurnReference turn in work.Turns)
        {
            answers[turn.Stage] = await InterviewStore.AnswerAsync(store, work.Folder, turn, cancellationToken);
        }

        return work.Report with { Stages = [.. work.Report.Stages.Select(stage => stage with { Answer = answers.GetValueOrDefault(stage.Number) })] };
    }
}
