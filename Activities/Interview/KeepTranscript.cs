using Workflows.Activities.Content;
using Workflows.Shared;
using Workflows.Shared.Interview;

namespace Workflows.Activities.Interview;

/// <summary>Puts what a spoken answer says beside its recording.</summary>
public sealed class KeepTranscript(IContentStore store)
{
    /// <summary>Keeps it.</summary>
    /// <param name="work">The words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(KeepTranscript))]
    public Task RunAsync([ActivityTrigger] TranscriptWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        InterviewStore.Check(work.Folder);
        return InterviewStore.KeepAsync(store, work.Folder, InterviewContent.Transcript(work.Folder, work.Stage), SafeText.Block(work.Text, InterviewRules.LongestAnswer), cancellationToken);
    }
}
