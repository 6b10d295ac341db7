using Workflows.Activities.Content;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Stores a batch's consultations, each by itself.</summary>
/// <param name="store">Where to.</param>
public sealed class StoreBatch(IContentStore store)
{
    private const int AtOnce = 16;

    /// <summary>The function. Run again, it writes the same.</summary>
    /// <param name="content">The consultations.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(StoreBatch))]
    public Task RunAsync([ActivityTrigger] BatchContent content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Parallel.ForAsync(0, content.Consultations.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
            await StoredJson.WriteAsync(store, ContentKeys.Item(content.BatchId, i), content.Consultations[i], ConsultationJson.Options, token));
    }
}
