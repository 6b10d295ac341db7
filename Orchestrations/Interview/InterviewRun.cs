using System.Text.Json;
using Workflows.Activities.Interview;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>
/// The course of one interview. Stage by stage: ask, wait for the answer, then at the same moment have the next question made and the answer analysed. The next question is out as soon as it is there; analyses trail
/// behind and join before the report (I2).
/// </summary>
internal sealed class InterviewRun
{
    /// <summary>For the summary when the analyses have taken all the time until the report; it has what they left of that besides, since other interviews' analyses wait for the same models.</summary>
    private const double SummaryMinutes = 5;

    private const double SummarySeconds = 180;

    private readonly TaskOrchestrationContext _context;
    private readonly InterviewWork _work;
    private readonly DateTime _began;
    private readonly InterviewNotes _notes;
    private readonly InterviewStatus _status;
    private readonly InterviewCalls _calls;
    private readonly InterviewGrounding _grounding;
    private readonly InterviewMedia _media;
    private readonly InterviewQuestions _questions;
    private readonly InterviewAnswers _answers;
    private readonly InterviewAnalyses _analyses;
    private readonly List<StageRecord> _records = [];

    public InterviewRun(TaskOrchestrationContext context, InterviewWork work)
    {
        _context = context;
        _work = work;
        _began = context.CurrentUtcDateTime;
        _notes = new InterviewNotes(context);
        _status = new InterviewStatus(context, work);
        _calls = new InterviewCalls(context, work);
        _grounding = new InterviewGrounding(context, work);
        _media = new InterviewMedia(context, work);
        _questions = new InterviewQuestions(context, work, _calls, _grounding);
        _answers = new InterviewAnswers(context, work, _status, _notes);
        _analyses = new InterviewAnalyses(context, work, _calls, _grounding, _media, _status, _notes);
    }

    /// <summary>Holds the interview.</summary>
    public async Task<InterviewReport> RunAsync()
    {
        foreach (PlannedStage stage in _work.Stages.Where(stage => stage.IsMismatch))
        {
            _notes.Add(stage.Number, note => note with { Mismatch = stage.Match });
        }

        _grounding.Begin();
        bool expired = !await AskAllAsync();
        DateTime due = _context.CurrentUtcDateTime.AddMinutes(_work.Settings.ReportMinutes);
        _status.Report("waits for the analyses");
        await _analyses.JoinAsync(due);
        await _grounding.EndAsync();
        InterviewReport report = await ReportAsync(expired, due);
        _notes.Add(0, note => note with { End = report.Status });
        await _notes.EndAsync();
        return report;
    }

    /// <returns>Whether every question was answered.</returns>
    private async Task<bool> AskAllAsync()
    {
        foreach (PlannedStage stage in _work.Stages)
        {
            StageRecord? last = _records.LastOrDefault();
            StageRecord record = new(stage);
            _status.Prepare(stage);
            Task making = _questions.MakeAsync(record, [.. _records]);
            if (last is not null)
            {
                _analyses.Begin(last);
            }

            await making;
            record.AskedAt = _context.CurrentUtcDateTime;
            record.SecondsFromAnswer = last?.AnsweredAt is { } answered ? (record.AskedAt - answered).TotalSeconds : null;
            _records.Add(record);
            _notes.Add(stage.Number, note => note with { Question = record.Question.Kind, SecondsFromAnswer = record.SecondsFromAnswer });
            if (!await _answers.WaitAsync(record))
            {
                return false;
            }

            _media.Begin(record, _analyses.Latest());
        }

        _analyses.Begin(_records[^1]);
        return true;
    }

    private async Task<InterviewReport> ReportAsync(bool expired, DateTime due)
    {
        List<StageReport> stages = [.. _records.Select(record => record.Report())];
        int[] scores = [.. stages.Select(stage => stage.Analysis?.Score).OfType<int>()];
        InterviewSummary? summary = await SummariseAsync(stages, due);
        List<string> missing = [.. _records.Where(record => record.Answer is not null && record.Analysis is null).Select(record => $"stage {record.Stage.Number}: the answer was not analysed")];
        missing.AddRange(summary is null ? ["the summary"] : Array.Empty<string>());
        missing.AddRange(expired ? [$"stage {_records.Count}: the question stayed without an answer, and the interview ended"] : Array.Empty<string>());
        InterviewReport report = new()
        {
            Status = expired ? InterviewEnd.Expired : missing.Count > 0 ? InterviewEnd.Partial : InterviewEnd.Complete,
            Role = _work.Role,
            Language = _work.Language == AnswerLanguage.Korean ? InterviewLanguages.Korean : InterviewLanguages.English,
            StagesInAll = _work.Stages.Count,
            Stages = stages,
            Score = scores.Length == 0 ? null : Math.Round(scores.Average(), 2),
            Summary = summary,
            Missing = missing,
            Seconds = (_context.CurrentUtcDateTime - _began).TotalSeconds,
            Simulated = _calls.Simulated || _grounding.Simulated || _media.Simulated,
        };
        return await WithAnswersAsync(report);
    }

    private async Task<InterviewSummary?> SummariseAsync(List<StageReport> stages, DateTime due)
    {
        if (stages.All(stage => stage.Analysis is null))
        {
            return null;
        }

        _status.Report("sums up");
        try
        {
            SummaryWork summary = new() { Folder = _work.Folder, Role = _work.Role, Stages = stages };
            PreparedPrompt prepared = await _context.CallActivityAsync<PreparedPrompt>(nameof(PrepareSummary), summary, InterviewOrchestrator.Retried);
            ModelCallResult result = await _calls.CallAsync(InterviewPrompts.Summary(_work.Language), prepared, "summary", due.AddMinutes(SummaryMinutes), SummarySeconds);
            return result is { Status: ModelCallStatus.Answered, Answer: { } answer } ? JsonSerializer.Deserialize<InterviewSummary>(answer, AnswerJson.Options) : null;
        }
        catch (TaskFailedException)
        {
            return null;
        }
    }

    private async Task<InterviewReport> WithAnswersAsync(InterviewReport report)
    {
        try
        {
            ReportWork complete = new() { Folder = _work.Folder, Report = report, Turns = [.. _records.Where(record => record.Answer is not null).Select(record => record.Turn)] };
            return await _context.CallActivityAsync<InterviewReport>(nameof(CompleteReport), complete, InterviewOrchestrator.Retried);
        }
        catch (TaskFailedException)
        {
            return report with { Missing = [.. report.Missing, "the answers' own words: the content store could not be read"] };
        }
    }
}
