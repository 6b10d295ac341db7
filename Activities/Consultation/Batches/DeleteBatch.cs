using Workflows.Activities.Content;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Deletes the content of a batch.</summary>
/// <param name="store">Where it stands.</param>
public sealed class DeleteBatch(IContentStore store)
{
    /// <summary>The function.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(DeleteBatch))]
    public Task RunAsync([ActivityTrigger] string batchId, CancellationToken cancellationToken) => store.DeleteAsync(ContentKeys.Batch(batchId), cancellationToken);
}
