using Workflows.Activities.Content;
using Workflows.Shared.Interview;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Makes the prompt of an interview's summary, and puts it into the content store.</summary>
public sealed class PrepareSummary(IContentStore store)
{
    /// <summary>Where the prompt stands.</summary>
    /// <param name="work">The stages.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(PrepareSummary))]
    public Task<PreparedPrompt> RunAsync([ActivityTrigger] SummaryWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        InterviewStore.Check(work.Folder);
        string text = InterviewPromptData.Summary(work.Role, [.. work.Stages.Where(stage => stage.Analysis is not null).Select(stage => (stage.Name, stage.Question, stage.Analysis!))]);
        return InterviewStore.PromptAsync(store, work.Folder, InterviewContent.ReportPrompt(work.Folder), text, cancellationToken);
    }
}
