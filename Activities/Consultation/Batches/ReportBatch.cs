using Workflows.Activities.Content;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Puts the results of a batch together and stores them as the body of its callback.</summary>
/// <param name="store">Where the results stand.</param>
public sealed class ReportBatch(IContentStore store)
{
    /// <summary>The function. Run again, it writes the same. A consultation without a stored result stands in its place with an error.</summary>
    /// <param name="end">The batch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(ReportBatch))]
    public async Task RunAsync([ActivityTrigger] BatchEnd end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(end);
        List<ConsultationResult> results = [];
        for (int i = 0; i < end.Total; i++)
        {
            results.Add(
                await StoredJson.ReadAsync<ConsultationResult>(store, ContentKeys.Result(end.BatchId, i), ConsultationJson.Options, cancellationToken)
                ?? new ConsultationResult
                {
                    ConsultationId = (await StoredJson.ReadAsync<ConsultationItem>(store, ContentKeys.Item(end.BatchId, i), ConsultationJson.Options, cancellationToken))?.ConsultationId ?? "",
                    Error = "The analysis ended without a result.",
                });
        }

        BatchReport report = new()
        {
            BatchId = end.BatchId,
            Results = results,
            TotalProcessingTime = Math.Round((end.CompletedAt - end.AcceptedAt).TotalSeconds, 3),
            CompletedAt = end.CompletedAt,
        };
        await StoredJson.WriteAsync(store, ContentKeys.Callback(end.BatchId), report, ConsultationJson.Options, cancellationToken);
    }
}
