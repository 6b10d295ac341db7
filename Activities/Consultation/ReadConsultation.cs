using System.Text;
using Workflows.Activities.Content;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Consultation.Conversations;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>
/// Reads a consultation and plans its analysis: cuts the conversation into windows by the contexts of the models that may be asked, and stores what each is shown,
/// so that no history holds the conversation. Run again, it does the same again.
/// </summary>
public sealed class ReadConsultation(IContentStore store, ModelCatalogue catalogue, TimeProvider time)
{
    /// <summary>What is left unused of a context: tokenizers count otherwise than the estimate, and a schema may have to stand in the prompt once more.</summary>
    private const int SpareTokens = 1_000;

    /// <summary>The plan. A consultation that cannot be read is a plan with an error; only the store's own failures are thrown.</summary>
    /// <param name="work">The consultation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(ReadConsultation))]
    public async Task<AnalysisPlan> RunAsync([ActivityTrigger] ConsultationWork work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (await StoredJson.ReadAsync<ConsultationResult>(store, ContentKeys.Result(work.BatchId, work.Index), ConsultationJson.Options, cancellationToken) is { } result)
        {
            return new AnalysisPlan
            {
                Done = new ConsultationOutcome
                {
                    BatchId = work.BatchId, Index = work.Index, Analyzed = result.Error is null, ProcessingSeconds = result.ProcessingTime, EndedAt = time.GetUtcNow(),
                },
            };
        }

        if (await StoredJson.ReadAsync<ConsultationItem>(store, ContentKeys.Item(work.BatchId, work.Index), ConsultationJson.Options, cancellationToken) is not { } item)
        {
            return new AnalysisPlan { Error = "The consultation's content is not in the content store or cannot be read." };
        }

        if (!catalogue.TryGetTask(ConsultationNames.BatchAnalysisTask, out ModelTask? task))
        {
            return new AnalysisPlan { Error = "No model is configured for the analysis of consultations." };
        }

        AnswerLanguage language = ConversationLanguage.Of(item.ConversationText);
        int tokens = WindowTokens(task, language);
        IReadOnlyList<string> windows = ConversationWindows.Cut(item.ConversationText, language, tokens);
        return windows.Count == 0
            ? new AnalysisPlan { Error = "The conversation has no words." }
            : new AnalysisPlan { Windows = await StoreAsync(work, windows, cancellationToken), Language = language, WindowTokens = tokens };
    }

    private async Task<List<AnalysisWindow>> StoreAsync(ConsultationWork work, IReadOnlyList<string> windows, CancellationToken cancellationToken)
    {
        List<AnalysisWindow> stored = [];
        for (int i = 0; i < windows.Count; i++)
        {
            string text = AnalysisPrompts.WindowText(windows[i], i + 1, windows.Count);
            string key = ContentKeys.Window(work.BatchId, work.Index, i);
            await store.PutAsync(key, Encoding.UTF8.GetBytes(text), cancellationToken);
            stored.Add(new AnalysisWindow { ContentKey = key, Tokens = TokenEstimate.Of(text) });
        }

        return stored;
    }

    /// <summary>The usual size, or what the smallest context leaves beside instructions and answer: which of the models will be asked is not known yet.</summary>
    private int WindowTokens(ModelTask task, AnswerLanguage language)
    {
        Prompt empty = AnalysisPrompts.Analysis(language, AnalysisPrompts.WindowText("", 1, 2));
        int context = task.Fallbacks.Append(task.Pool).Min(name => catalogue.Pool(name).ContextTokens);
        long left = (long)context - TokenEstimate.Of(empty.System) - TokenEstimate.Of(empty.User) - empty.MaxOutputTokens - SpareTokens;
        return (int)Math.Clamp(left, ConversationWindows.FewestTokens, ConversationWindows.UsualTokens);
    }
}
