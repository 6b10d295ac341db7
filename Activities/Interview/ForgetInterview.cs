using Workflows.Activities.Content;

namespace Workflows.Activities.Interview;

/// <summary>Deletes an interview's content.</summary>
public sealed class ForgetInterview(IContentStore store)
{
    /// <summary>Deletes it.</summary>
    /// <param name="folder">Its folder; nothing else is deleted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">It is no interview's folder.</exception>
    [Function(nameof(ForgetInterview))]
    public Task RunAsync([ActivityTrigger] string folder, CancellationToken cancellationToken)
    {
        InterviewStore.Check(folder);
        return store.DeleteAsync(folder, cancellationToken);
    }
}
