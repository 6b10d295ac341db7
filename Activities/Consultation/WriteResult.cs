using Workflows.Activities.Content;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Activities.Consultation;

/// <summary>Tidies and scores an analysis and stores the consultation's result, or stores why there is none; then the windows' prompts are deleted. Run again, it does the same again.</summary>
public sealed class WriteResult(IContentStore store)
{
    private const string UnknownId = "(unknown)";

    /// <summary>Writes the result. An error never replaces an analysis.</summary>
    /// <param name="verdict">What was found out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the consultation was analysed; false: the result carries an error.</returns>
    [Function(nameof(WriteResult))]
    public async Task<bool> RunAsync([ActivityTrigger] AnalysisVerdict verdict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ConsultationWork work = verdict.Work;
        string key = ContentKeys.Result(work.BatchId, work.Index);
        if (verdict.Analysis is null && await StoredJson.ReadAsync<ConsultationResult>(store, key, ConsultationJson.Options, cancellationToken) is { Error: null })
        {
            // A second analysis of the same consultation failed, for instance because the first had cleared its prompts away.
            return true;
        }

        ConsultationItem? item = await StoredJson.ReadAsync<ConsultationItem>(store, ContentKeys.Item(work.BatchId, work.Index), ConsultationJson.Options, cancellationToken);
        ConsultationResult result = Result(verdict, item);
        await StoredJson.WriteAsync(store, key, result, ConsultationJson.Options, cancellationToken);
        await store.DeleteAsync(ContentKeys.Windows(work.BatchId, work.Index), cancellationToken);
        return result.Error is null;
    }

    private static ConsultationResult Result(AnalysisVerdict verdict, ConsultationItem? item)
    {
        double seconds = Math.Round(verdict.ProcessingSeconds, 3);
        if (verdict.Analysis is null || item is null)
        {
            return new ConsultationResult
            {
                ConsultationId = item?.ConsultationId ?? UnknownId,
                ProcessingTime = seconds,
                Error = verdict.Error ?? "The consultation's content is not in the content store any more.",
            };
        }

        ConsultationAnalysis analysis = AnalysisTidying.Of(verdict.Analysis);
        return new ConsultationResult
        {
            ConsultationId = item.ConsultationId,
            Summary = analysis.Summary,
            Keywords = analysis.Keywords,
            Titles = analysis.Titles,
            QualityScore = QualityScore.Of(analysis, item.ConversationText).Value,
            ProcessingTime = seconds,
        };
    }
}
