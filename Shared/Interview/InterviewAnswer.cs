using System.Text.Json;

namespace Workflows.Shared.Interview;

/// <summary>The event that an answer is there. What it says stands in the content store.</summary>
public sealed record InterviewAnswer
{
    /// <summary>The first digits of the content's hash: answers that say the same have the same.</summary>
    public required string Hash { get; init; }

    /// <summary>Its form.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>The key of the recording; null: it was written.</summary>
    public string? Audio { get; init; }

    /// <summary>The media type of the recording.</summary>
    public string? AudioType { get; init; }

    /// <summary>The keys of video frames.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Reads an event's payload; null: it is no answer, as anybody with the management key may have sent it.</summary>
    /// <param name="payload">Any JSON.</param>
    /// <param name="folder">The interview's folder, in which all that the answer names has to lie.</param>
    public static InterviewAnswer? Read(JsonElement payload, string folder)
    {
        try
        {
            InterviewAnswer? answer = payload.ValueKind == JsonValueKind.Object ? payload.Deserialize<InterviewAnswer>() : null;
            return answer is { Hash: { Length: > 0 and <= 64 } hash, Frames: not null } && hash.All(char.IsAsciiHexDigitLower) && answer.Frames.Append(answer.Audio ?? folder).All(key => key?.StartsWith(folder, StringComparison.Ordinal) == true)
                ? answer
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
