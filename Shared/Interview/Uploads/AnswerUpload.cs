using Workflows.Shared.Models;

namespace Workflows.Shared.Interview.Uploads;

/// <summary>An answer as it was given: at least a text or a recording.</summary>
public sealed record AnswerUpload
{
    /// <summary>The stage that it is for: its key, number or name; null: the open one.</summary>
    public string? Stage { get; init; }

    /// <summary>What was written.</summary>
    public string? Text { get; init; }

    /// <summary>What was spoken.</summary>
    public UploadedFile? Audio { get; init; }

    /// <summary>Frames of a video.</summary>
    public IReadOnlyList<UploadedFile> Frames { get; init; } = [];

    /// <summary>The field at fault and what is wrong with it; null: nothing is.</summary>
    public (string Field, string Fault)? Check() => this switch
    {
        { Audio: null } when string.IsNullOrWhiteSpace(Text) => ("text", "The answer is empty: give a text or a recording."),
        { Text.Length: > InterviewRules.LongestAnswer } => ("text", $"The answer is longer than {InterviewRules.LongestAnswer:N0} characters."),
        { Audio.Content.Length: > ModelMedia.LargestAudio } => ("audio", $"The recording is larger than {ModelMedia.LargestAudio / (1024 * 1024)} MB."),
        { Frames.Count: > MediaFiles.MostFrames } => ("frames", $"An answer has at most {MediaFiles.MostFrames} frames."),
        { Frames: { } frames } when frames.Any(frame => frame.Content.Length > ModelMedia.LargestImage) => ("frames", $"A frame is larger than {ModelMedia.LargestImage / (1024 * 1024)} MB."),
        _ => null,
    };
}
