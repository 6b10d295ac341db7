namespace Workflows.Shared.Models;

/// <summary>A recording that is to be written down. It is content: of it only the key is in histories, and nothing in logs.</summary>
public sealed record ModelAudio
{
    /// <summary>The key in the content store under which the file stands (<see cref="ModelMedia.AudioOf"/>, <see cref="ModelMedia.LargestAudio"/>). It has to stay there until the call has ended.</summary>
    public required string ContentKey { get; init; }

    /// <summary>The language that is spoken, as two letters by ISO 639-1; null: the model finds out.</summary>
    public string? Language { get; init; }
}
