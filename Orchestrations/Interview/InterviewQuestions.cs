using System.Text.Json;
using Workflows.Activities.Interview;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>Makes questions. There always is one in time: the stage's own stands in for one that no model gives.</summary>
internal sealed class InterviewQuestions(TaskOrchestrationContext context, InterviewWork work, InterviewCalls calls, InterviewGrounding grounding)
{
    /// <summary>A call ends at its deadline; this is for one that does not.</summary>
    private const double GraceSeconds = 2;

    private const double LeastSeconds = 1;

    /// <summary>Makes the question of a stage.</summary>
    /// <param name="record">The stage; takes the question.</param>
    /// <param name="before">The stages before, all of them answered.</param>
    public async Task MakeAsync(StageRecord record, IReadOnlyList<StageRecord> before)
    {
        PlannedStage stage = record.Stage;
        if (stage.IsFixed)
        {
            record.Question = new AskedQuestion(stage.Question, stage.Match == StageMatch.General ? QuestionKind.General : QuestionKind.Own);
            return;
        }

        DateTime due = context.CurrentUtcDateTime.AddSeconds(work.Settings.NextQuestionSeconds);
        string callId = FormattableString.Invariant($"question-{stage.Number}");
        using CancellationTokenSource enough = new();
        Task timer = context.CreateTimer(due.AddSeconds(GraceSeconds), enough.Token);
        Task<string?> making = GenerateAsync(record, before, callId, due);
        await Task.WhenAny(making, timer);
        if (!making.IsCompleted)
        {
            context.AbandonModelCall(callId);
        }

        enough.Cancel();
        string? text = making.IsCompleted ? await making : null;
        record.Question = text is null ? new AskedQuestion(stage.Question, QuestionKind.Fallback) : new AskedQuestion(text, QuestionKind.Generated);
    }

    private async Task<string?> GenerateAsync(StageRecord record, IReadOnlyList<StageRecord> before, string callId, DateTime due)
    {
        bool takesUp = record.Stage.FollowUp == FollowUpRule.LastAnswer && before.Count > 0;
        if (takesUp)
        {
            await WaitForTranscriptAsync(before[^1]);
        }

        try
        {
            QuestionWork question = new()
            {
                Folder = work.Folder,
                Role = work.Role,
                Stage = record.Stage.Number,
                Name = record.Stage.Name,
                TakesUp = takesUp,
                Turns = [.. before.Select(one => one.Turn)],
                Likeness = grounding.Of(record.Stage.Number),
            };
            PreparedPrompt prepared = await context.CallActivityAsync<PreparedPrompt>(nameof(PrepareQuestion), question, InterviewOrchestrator.Retried);
            if (due <= context.CurrentUtcDateTime.AddSeconds(LeastSeconds))
            {
                record.Notes.Add("question: there was no time left to ask a model.");
                return null;
            }

            ModelCallResult result = await calls.CallAsync(InterviewPrompts.Question(work.Language), prepared, callId, due, work.Settings.QuestionSeconds, new ModelStream(InterviewNames.Topic(context.InstanceId, record.Stage.Key), "question"));
            record.QueueSeconds = result.WaitSeconds;
            record.ModelSeconds = result.Seconds;
            return Read(record, before, result);
        }
        catch (TaskFailedException)
        {
            record.Notes.Add("question: it could not be prepared.");
            return null;
        }
    }

    private static string? Read(StageRecord record, IReadOnlyList<StageRecord> before, ModelCallResult result)
    {
        if (result is not { Status: ModelCallStatus.Answered, Answer: { } answer })
        {
            record.Notes.Add($"question: {ModelCallWords.Of(result)}");
            return null;
        }

        string text = SafeText.Line(JsonSerializer.Deserialize<GeneratedQuestion>(answer, AnswerJson.Options)!.Question, ScenarioRules.LongestQuestion);
        string words = StageName.Normalise(text);
        if (words.Length == 0 || before.Any(one => StageName.Normalise(one.Question.Text) == words))
        {
            record.Notes.Add("question: the model asked what had been asked before.");
            return null;
        }

        return text;
    }

    /// <summary>A question that takes up an answer waits a moment for what it says, and never longer.</summary>
    private async Task WaitForTranscriptAsync(StageRecord last)
    {
        if (last.Heard.IsCompleted)
        {
            return;
        }

        using CancellationTokenSource enough = new();
        Task timer = context.CreateTimer(TimeSpan.FromSeconds(work.Settings.TranscriptSeconds), enough.Token);
        await Task.WhenAny(last.Heard, timer);
        enough.Cancel();
    }
}
