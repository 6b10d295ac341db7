using System.Text.Json;
using Workflows.Activities.Interview;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>
/// Analyses answers while the interview goes on, and joins before the report. Where a model would be waited for too long the short rubric is used; such analyses, and failed ones, are made once more in full before the
/// report as far as time allows.
/// </summary>
internal sealed class InterviewAnalyses(TaskOrchestrationContext context, InterviewWork work, InterviewCalls calls, InterviewGrounding grounding, InterviewMedia media, InterviewStatus status, InterviewNotes notes)
{
    /// <summary>What the document names for an analysis, where the pool has not answered yet.</summary>
    private const double UsualSeconds = 60;

    private readonly List<(StageRecord Record, string CallId, Task Task)> _all = [];

    /// <summary>Begins to analyse an answer.</summary>
    public void Begin(StageRecord record) => Begin(record, Id(record), AnalyseAsync(record));

    /// <summary>Ends when every answer has been analysed or cannot be, and at the latest when the time is over.</summary>
    /// <param name="due">When it is.</param>
    public async Task JoinAsync(DateTime due)
    {
        await WaitAsync(due);
        List<StageRecord> again = [.. _all.Select(one => one.Record).Where(record => record is { IsSilent: false, Analysis: null or { Mode: AnalysisMode.Light } })];
        if (again.Count > 0 && due > context.CurrentUtcDateTime.AddSeconds(UsualSeconds + (await ForecastAsync() ?? 0)))
        {
            _all.Clear();
            again.ForEach(record => Begin(record, IdAgain(record), AgainAsync(record, due)));
            await WaitAsync(due);
        }

        foreach (StageRecord record in again.Where(record => record.Analysis is null))
        {
            notes.Add(record.Stage.Number, note => note with { Analysis = "missing" });
        }
    }

    private static string Id(StageRecord record) => FormattableString.Invariant($"analysis-{record.Stage.Number}");

    private static string IdAgain(StageRecord record) => $"{Id(record)}-again";

    private void Begin(StageRecord record, string callId, Task task) => _all.Add((record, callId, task));

    private async Task WaitAsync(DateTime due)
    {
        Task all = Task.WhenAll(_all.Select(one => one.Task));
        if (!all.IsCompleted && due > context.CurrentUtcDateTime)
        {
            using CancellationTokenSource enough = new();
            await Task.WhenAny(all, context.CreateTimer(due, enough.Token));
            enough.Cancel();
        }

        foreach ((StageRecord record, string callId, Task task) in _all)
        {
            if (!task.IsCompleted)
            {
                record.Notes.Add("analysis: the time until the report was over.");
                context.AbandonModelCall(callId);
                media.Abandon(record);
            }
        }
    }

    private async Task AnalyseAsync(StageRecord record)
    {
        await record.Heard;
        AnalysisMode mode = await ForecastAsync() > work.Settings.LightAboveSeconds && work.Settings.LightAboveSeconds > 0 ? AnalysisMode.Light : AnalysisMode.Full;
        record.Analysis ??= await CallAsync(record, mode, Id(record), Latest());
        status.Analysed();
        if (record.Analysis is not null)
        {
            notes.Add(record.Stage.Number, note => note with { Analysis = mode == AnalysisMode.Light ? "light" : "full" });
        }

        await record.Seen;
    }

    private async Task AgainAsync(StageRecord record, DateTime due)
    {
        if (await CallAsync(record, AnalysisMode.Full, IdAgain(record), due) is { } analysis)
        {
            record.Analysis = analysis with { IsRedone = true };
            notes.Add(record.Stage.Number, note => note with { Analysis = "redone" });
        }
    }

    private async Task<StageAnalysis?> CallAsync(StageRecord record, AnalysisMode mode, string callId, DateTime deadline)
    {
        try
        {
            AnalysisWork analysis = new() { Folder = work.Folder, Role = work.Role, Turn = record.Turn, Mode = mode, Likeness = grounding.Of(record.Stage.Number) };
            PreparedPrompt? prepared = await context.CallActivityAsync<PreparedPrompt?>(nameof(PrepareAnalysis), analysis, InterviewOrchestrator.Retried);
            if (prepared is null)
            {
                record.IsSilent = true;
                record.Notes.Add("analysis: the answer says nothing that is known.");
                return null;
            }

            ModelCallResult result = await calls.CallAsync(InterviewPrompts.Analysis(work.Language, mode), prepared, callId, deadline, work.Settings.AnalysisSeconds);
            if (result is { Status: ModelCallStatus.Answered, Answer: { } answer })
            {
                return JsonSerializer.Deserialize<StageAnalysis>(answer, AnswerJson.Options)! with { Mode = mode, IsRedone = false };
            }

            record.Notes.Add($"analysis: {ModelCallWords.Of(result)}");
        }
        catch (TaskFailedException)
        {
            record.Notes.Add("analysis: it could not be prepared.");
        }

        return null;
    }

    /// <summary>Seconds that an analysis would wait for a model; null: nobody knows.</summary>
    private async Task<double?> ForecastAsync()
    {
        if (work.Settings.AnalysisFleet is not { } fleet)
        {
            return null;
        }

        try
        {
            FleetForecastAsk ask = new() { Task = InterviewNames.AnalysisTask, UsualSeconds = UsualSeconds };
            return await context.Entities.CallEntityAsync<double?>(ModelFleet.IdOf(fleet), nameof(ModelFleet.Forecast), ask);
        }
        catch (EntityOperationFailedException)
        {
            return null;
        }
    }

    /// <summary>No report can come later than this.</summary>
    public DateTime Latest() => context.CurrentUtcDateTime.AddMinutes((work.Stages.Count * (work.Settings.AnswerMinutes + (work.Settings.NextQuestionSeconds / 60))) + work.Settings.ReportMinutes);
}
