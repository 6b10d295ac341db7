using System.Globalization;
using System.Text.Json;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.Consultation;

namespace Workflows.Orchestrations.Consultation;

/// <summary>The model calls of one consultation's analysis: makes them, reads their answers, and keeps the time.</summary>
internal sealed class AnalysisCalls(TaskOrchestrationContext context, ConsultationWork work)
{
    /// <summary>How long the analysis may wait for its answers in all: an outage of the models shorter than that is waited out.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <summary>How long the requests of one call may take together.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(10);

    private readonly DateTimeOffset _deadline = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero) + Patience;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;

    /// <summary>Why a window has no analysis, in a sentence without anything of the conversation.</summary>
    public string? Error { get; private set; }

    /// <summary>Seconds from the first request to the last answer so far.</summary>
    public double Seconds => _first is { } first && _last is { } last ? (last - first).TotalSeconds : 0;

    /// <summary>Analyses a window; null when no model does (then <see cref="Error"/> says why).</summary>
    public async Task<ConsultationAnalysis?> AnalyseAsync(AnalysisWindow window, int index, AnswerLanguage language)
    {
        Prompt prompt = AnalysisPrompts.Analysis(language, "");
        ModelCallResult result = await CallAsync(prompt, language, string.Create(CultureInfo.InvariantCulture, $"window-{index}"), window);
        if (Read(result) is { } analysis)
        {
            return analysis;
        }

        Error = ModelCallWords.Of(result);
        return null;
    }

    /// <summary>Merges the analyses of consecutive windows; by rules where no model does. One alone is what it is.</summary>
    public async Task<ConsultationAnalysis> MergeAsync(IReadOnlyList<ConsultationAnalysis> parts, int round, int group, AnswerLanguage language)
    {
        if (parts.Count == 1)
        {
            return parts[0];
        }

        ModelCallResult result = await CallAsync(
            AnalysisPrompts.Merged(parts, language), language, string.Create(CultureInfo.InvariantCulture, $"merge-{round}-{group}"), window: null);
        return Read(result) ?? AnalysisMerge.Combine(parts);
    }

    private static ConsultationAnalysis? Read(ModelCallResult result) => result is { Status: ModelCallStatus.Answered, Answer: { } answer }
        ? JsonSerializer.Deserialize<ConsultationAnalysis>(answer, AnswerJson.Options)
        : null;

    private async Task<ModelCallResult> CallAsync(Prompt prompt, AnswerLanguage language, string callId, AnalysisWindow? window)
    {
        ModelCallResult result = await context.CallModelAsync(
            new ModelCallRequest
            {
                Task = prompt.Task,
                Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = prompt.User, ContentKey = window?.ContentKey },
                SchemaName = prompt.Schema?.Name,
                Schema = prompt.Schema?.Schema.GetRawText(),
                MaxOutputTokens = prompt.MaxOutputTokens,
                Temperature = prompt.Temperature,
                Class = CallClass.Batch,
                WorkStamp = work.AcceptedAt,
                Deadline = _deadline,
                BudgetSeconds = Budget.TotalSeconds,
                PromptTokens = TokenEstimate.Of(prompt.System) + (window?.Tokens ?? TokenEstimate.Of(prompt.User)),
                Language = language,
            },
            callId);
        foreach (ModelAttempt attempt in result.Attempts)
        {
            if (attempt.SentAt is { } sent)
            {
                DateTimeOffset end = sent + TimeSpan.FromSeconds(attempt.Seconds);
                _first = _first < sent ? _first : sent;
                _last = _last > end ? _last : end;
            }
        }

        return result;
    }
}
