using Workflows.Activities.Content;
using Workflows.Shared.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Reads what an interview is grounded in.</summary>
public sealed class PrepareInterview(IContentStore store)
{
    /// <summary>The plan of an interview.</summary>
    /// <param name="folder">The interview's folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">Its content is not there.</exception>
    [Function(nameof(PrepareInterview))]
    public async Task<InterviewPlan> RunAsync([ActivityTrigger] string folder, CancellationToken cancellationToken)
    {
        InterviewStore.Check(folder);
        InterviewSource source = await InterviewStore.SourceAsync(store, folder, cancellationToken);
        return new InterviewPlan
        {
            Passages = InterviewDocuments.Passages(source),
            Briefs = [.. source.Stages.Select(brief => $"{brief.Purpose} {brief.Prompt}")],
        };
    }
}
