using System.Text.Json;
using Workflows.Activities.Interview;
using Workflows.Orchestrations.Fleet;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.Interview;

namespace Workflows.Orchestrations.Interview;

/// <summary>What answers bring beside text: recordings are written down, video frames looked at, each by its own model on the processors. Neither stops an interview.</summary>
internal sealed class InterviewMedia(TaskOrchestrationContext context, InterviewWork work)
{
    private const double SpeechSeconds = 600;
    private const double VisionSeconds = 300;

    /// <summary>Whether the simulator has answered anything.</summary>
    public bool Simulated { get; private set; }

    /// <summary>Begins with an answer's recording and its frames.</summary>
    /// <param name="record">The stage that was answered.</param>
    /// <param name="deadline">When nobody needs them any more.</param>
    public void Begin(StageRecord record, DateTime deadline)
    {
        record.Heard = record.Answer is { Audio: { } audio } ? HearAsync(record, audio, deadline) : Task.CompletedTask;
        record.Seen = record.Answer is { Frames: { Count: > 0 } frames } ? SeeAsync(record, frames, deadline) : Task.CompletedTask;
    }

    /// <summary>Abandons what is still under way of an answer.</summary>
    public void Abandon(StageRecord record)
    {
        if (!record.Heard.IsCompleted)
        {
            context.AbandonModelCall(SpeechId(record));
        }

        if (!record.Seen.IsCompleted)
        {
            context.AbandonModelCall(VisionId(record));
        }
    }

    private static string SpeechId(StageRecord record) => FormattableString.Invariant($"speech-{record.Stage.Number}");

    private static string VisionId(StageRecord record) => FormattableString.Invariant($"vision-{record.Stage.Number}");

    private async Task HearAsync(StageRecord record, string audio, DateTime deadline)
    {
        DateTimeOffset now = new(context.CurrentUtcDateTime, TimeSpan.Zero);
        TranscriptionRequest request = new()
        {
            Task = InterviewNames.SpeechTask,
            Audio = new ModelAudio { ContentKey = audio, Language = work.Language == AnswerLanguage.Korean ? InterviewLanguages.Korean : InterviewLanguages.English },
            Deadline = new DateTimeOffset(deadline, TimeSpan.Zero),
            BudgetSeconds = SpeechSeconds,
            WorkStamp = now,
        };
        TranscriptionResult result = await context.CallTranscriptionAsync(request, SpeechId(record));
        Simulated |= result.Simulated;
        if (result.Transcript is not { } transcript)
        {
            record.Notes.Add($"recording: it was not written down. {ModelCallWords.Of(result.Call)}");
            return;
        }

        if (string.IsNullOrWhiteSpace(transcript.Text))
        {
            record.Notes.Add("recording: nothing was heard.");
            return;
        }

        try
        {
            await context.CallActivityAsync(nameof(KeepTranscript), new TranscriptWork(work.Folder, record.Stage.Number, transcript.Text), InterviewOrchestrator.Retried);
        }
        catch (TaskFailedException)
        {
            record.Notes.Add("recording: what was heard could not be kept.");
        }
    }

    private async Task SeeAsync(StageRecord record, IReadOnlyList<string> frames, DateTime deadline)
    {
        if (!work.Settings.Sees)
        {
            record.Notes.Add("video: no vision model is configured, so nobody looked at the frames.");
            return;
        }

        Prompt prompt = InterviewPrompts.Video(work.Language, frames.Count);
        ModelCallRequest request = new ModelCallRequest
        {
            Task = prompt.Task,
            Prompt = new ModelPrompt { Id = prompt.Task, Version = prompt.Version, System = prompt.System, User = prompt.User },
            SchemaName = prompt.Schema!.Name,
            Schema = prompt.Schema.Schema.GetRawText(),
            MaxOutputTokens = prompt.MaxOutputTokens,
            Temperature = prompt.Temperature,
            WorkStamp = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
            Deadline = new DateTimeOffset(deadline, TimeSpan.Zero),
            BudgetSeconds = VisionSeconds,
            PromptTokens = TokenEstimate.Of(prompt.System) + TokenEstimate.Of(prompt.User),
            Language = work.Language,
        }.WithImages(frames);
        ModelCallResult result = await context.CallModelAsync(request, VisionId(record));
        Simulated |= result.Simulated;
        if (result is { Status: ModelCallStatus.Answered, Answer: { } answer })
        {
            record.Video = JsonSerializer.Deserialize<VideoNotes>(answer, AnswerJson.Options);
        }
        else
        {
            record.Notes.Add($"video: {ModelCallWords.Of(result)}");
        }
    }
}
