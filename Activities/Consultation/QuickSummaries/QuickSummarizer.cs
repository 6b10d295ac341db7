using Polly;
using Polly.Hedging;
using Workflows.Activities.Models;
using Workflows.Shared;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>
/// Summarizes a conversation before a deadline, always. The task's models are asked in the catalogue's order: the next one as soon as one fails, and beside it when one is
/// late; the first usable answer counts. When none comes in time, the summary is put together from the conversation's own sentences. Nothing durable
/// is on this path: calls are admitted within the process's standing blocks.
/// </summary>
/// <param name="catalogue">The models of the task <c>quick_summary</c>.</param>
/// <param name="admission">Admits the calls.</param>
/// <param name="client">Sends them.</param>
/// <param name="metrics">Counts them; null: nobody does.</param>
/// <param name="time">The clock.</param>
public sealed class QuickSummarizer(ModelCatalogue catalogue, RealtimeAdmission admission, IModelClient client, ModelMetrics? metrics, TimeProvider time)
{
    /// <summary>When the answer stands at the latest, from the last byte of the request on. The document allows 3 s; the rest is for the way back.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.6);

    /// <summary>The most tokens of one call: 500 characters, the instructions and the answer.</summary>
    public const int TokensOfACall = 1_000;

    /// <summary>The share of the time that is left after which a model counts as late.</summary>
    private const double LateAfter = 0.5;

    /// <summary>Summarizes.</summary>
    /// <param name="request">The conversation.</param>
    /// <param name="received">When the request was received, as <see cref="TimeProvider.GetTimestamp"/> gave it.</param>
    /// <param name="cancellationToken">The caller is gone.</param>
    /// <exception cref="OperationCanceledException">The caller is gone; for no other reason.</exception>
    public async Task<QuickSummary> SummarizeAsync(QuickSummaryRequest request, long received, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        QuickSummarySource source = new(request.ConversationText);
        QuickSummaryTry answer = await AskAsync(source, received, cancellationToken);
        return new QuickSummary
        {
            ConsultationId = request.ConsultationId,
            Summary = answer.Text ?? SafeText.Line(source.Extract()),
            ProcessingTime = Math.Round(time.GetElapsedTime(received).TotalSeconds, 3),
            ModelUsed = answer.Text is null ? QuickSummary.NoModel : answer.Model ?? QuickSummary.NoModel,
            Status = answer.Text is null ? QuickSummary.Degraded : QuickSummary.Success,
            Reason = answer.Text is null ? answer.Reason : null,
            Simulated = answer.Text is not null && answer.Simulated,
        };
    }

    private TimeSpan Left(long received) => Deadline - time.GetElapsedTime(received);

    private async Task<QuickSummaryTry> AskAsync(QuickSummarySource source, long received, CancellationToken cancellationToken)
    {
        if (source.Excerpt.Length == 0)
        {
            return QuickSummaryTry.Failed("the conversation has no text");
        }

        if (!catalogue.TryGetTask(ConsultationNames.QuickSummaryTask, out ModelTask? task))
        {
            return QuickSummaryTry.Failed("no model is configured for quick summaries");
        }

        string[] pools = [task.Pool, .. task.Fallbacks];
        ResiliencePipeline<QuickSummaryTry> hedging = Hedge(source, task, pools, received);
        try
        {
            using CancellationTokenSource late = new(Left(received) is { Ticks: > 0 } left ? left : TimeSpan.Zero, time);
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            return await hedging.ExecuteAsync(async token => await TryAsync(source, task, pools[0], received, token), end.Token).AsTask().WaitAsync(end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return QuickSummaryTry.Failed("no model answered in time");
        }
    }

    private ResiliencePipeline<QuickSummaryTry> Hedge(QuickSummarySource source, ModelTask task, string[] pools, long received)
    {
        if (pools.Length == 1)
        {
            return ResiliencePipeline<QuickSummaryTry>.Empty;
        }

        int asked = 0;
        return new ResiliencePipelineBuilder<QuickSummaryTry> { TimeProvider = time }
            .AddHedging(new HedgingStrategyOptions<QuickSummaryTry>
            {
                MaxHedgedAttempts = pools.Length - 1,
                ShouldHandle = arguments => new(arguments.Outcome is { Exception: null, Result.Text: null }),
                DelayGenerator = _ => new(Left(received) * LateAfter is { Ticks: > 0 } delay ? delay : TimeSpan.Zero),
                ActionGenerator = arguments =>
                {
                    string pool = pools[Interlocked.Increment(ref asked)];
                    return async () => Outcome.FromResult(await TryAsync(source, task, pool, received, arguments.ActionContext.CancellationToken));
                },
            })
            .Build();
    }

    /// <summary>One model; it throws for nothing but the end of its token.</summary>
    private async Task<QuickSummaryTry> TryAsync(QuickSummarySource source, ModelTask task, string name, long received, CancellationToken cancellationToken)
    {
        if (!catalogue.TryGetPool(name, out ModelPool? pool))
        {
            return QuickSummaryTry.Failed($"the pool {name} is not configured");
        }

        ModelCallRequest request = QuickSummaryCall.Request(QuickSummaryPrompt.For(source.Excerpt, source.Language), task, source.Language, time.GetUtcNow() + Deadline);
        using RealtimeEntry? entry = await admission.EnterAsync(name, request.PromptTokens + request.MaxOutputTokens, Left(received), cancellationToken);
        TimeSpan left = Left(received);
        if (entry is null || left <= TimeSpan.Zero)
        {
            return QuickSummaryTry.Failed("no model had room");
        }

        ModelSend send = QuickSummaryCall.Send(request, entry, left, time.GetUtcNow());
        ModelSendOutcome outcome = await client.SendAsync(pool, send, request.PromptTokens, left < entry.Timeout ? left : entry.Timeout, cancellationToken);
        entry.End(outcome);
        metrics?.Record(send, outcome);
        return QuickSummaryCall.Read(outcome, source.Language);
    }
}
