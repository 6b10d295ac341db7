using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflows.Activities.Content;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Interview.Uploads;

namespace Workflows.Functions.Interview;

/// <summary>Takes answers: puts them into the content store, raises the stage's event, and says whether they count. The first answer of a stage does; the same one again changes nothing.</summary>
/// <param name="store">Keeps what was said.</param>
/// <param name="desk">Waits until the interview has taken it.</param>
public sealed class AnswerDesk(IContentStore store, InterviewDesk desk)
{
    private const int HexDigits = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Takes an answer.</summary>
    /// <param name="client">The client.</param>
    /// <param name="id">The interview.</param>
    /// <param name="upload">An answer without fault.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What became of it, and the stage that it is for; null: none is found.</returns>
    public async Task<(AnswerResult Result, PlannedStage? Stage)> TakeAsync(DurableTaskClient client, string id, AnswerUpload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(upload);
        if (await InterviewView.FindAsync(client, id, cancellationToken) is not { } instance || instance.ReadInputAs<InterviewWork>() is not { } work)
        {
            return (AnswerResult.NotFound, null);
        }

        InterviewProgress progress = InterviewView.Progress(instance) ?? new InterviewProgress();
        int? open = progress.Stage?.Number;
        PlannedStage? stage = upload.Stage is { } wanted ? StageMatching.Find(work.Stages, wanted, open) : work.Stages.FirstOrDefault(one => one.Number == open);
        if (stage is null)
        {
            return (upload.Stage is not null ? AnswerResult.UnknownStage : instance.IsCompleted || progress.Phase == InterviewPhase.Reporting ? AnswerResult.Ended : AnswerResult.TooEarly, null);
        }

        string hash = Hash(upload);
        if (progress.Answers.Count >= stage.Number)
        {
            return (progress.Answers[stage.Number - 1] == hash ? AnswerResult.Repeated : AnswerResult.Refused, stage);
        }

        if (instance.IsCompleted)
        {
            return (AnswerResult.Ended, stage);
        }

        if (stage.Number != open || progress.Stage?.Question is null)
        {
            return (AnswerResult.TooEarly, stage);
        }

        if (upload.Audio is not null && !work.Settings.Hears)
        {
            return (AnswerResult.Unheard, stage);
        }

        InterviewAnswer answer = await StoreAsync(work.Folder, stage.Number, hash, upload, cancellationToken);
        await client.RaiseEventAsync(id, InterviewNames.AnswerEvent(stage.Key), answer, cancellationToken);
        return (await ResultAsync(client, id, stage.Number, hash, cancellationToken), stage);
    }

    /// <summary>What the interview has made of it; when it takes long, another host may have it in hand.</summary>
    private async Task<AnswerResult> ResultAsync(DurableTaskClient client, string id, int stage, string hash, CancellationToken cancellationToken)
    {
        await desk.WaitAsync(client, id, state => state.IsEnded || state.Answered >= stage, Patience, cancellationToken);
        InterviewProgress? progress = await InterviewView.FindAsync(client, id, cancellationToken) is { } instance ? InterviewView.Progress(instance) : null;
        return progress is null || progress.Answers.Count < stage || progress.Answers[stage - 1] == hash ? AnswerResult.Accepted : AnswerResult.Refused;
    }

    private async Task<InterviewAnswer> StoreAsync(string folder, int stage, string hash, AnswerUpload upload, CancellationToken cancellationToken)
    {
        string? audio = upload.Audio is { } recording ? InterviewContent.File(folder, stage, hash, $"audio.{recording.Extension}") : null;
        if (audio is not null)
        {
            await store.PutAsync(audio, upload.Audio!.Content, cancellationToken);
        }

        List<string> frames = [];
        foreach (UploadedFile frame in upload.Frames)
        {
            frames.Add(InterviewContent.File(folder, stage, hash, FormattableString.Invariant($"frame-{frames.Count + 1}.{frame.Extension}")));
            await store.PutAsync(frames[^1], frame.Content, cancellationToken);
        }

        byte[] text = JsonSerializer.SerializeToUtf8Bytes(new StoredAnswer(string.IsNullOrWhiteSpace(upload.Text) ? null : upload.Text.Trim()), InterviewJson.Options);
        await store.PutAsync(InterviewContent.Answer(folder, stage, hash), text, cancellationToken);
        return new InterviewAnswer { Hash = hash, Kind = audio is null ? AnswerKind.Text : AnswerKind.Audio, Audio = audio, AudioType = upload.Audio?.MediaType, Frames = frames };
    }

    private static string Hash(AnswerUpload upload)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (ReadOnlyMemory<byte> part in upload.Frames.Select(frame => frame.Content).Prepend(upload.Audio?.Content ?? default).Prepend(Encoding.UTF8.GetBytes(upload.Text?.Trim() ?? "")))
        {
            hash.AppendData(SHA256.HashData(part.Span));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }
}
