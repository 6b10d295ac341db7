using Workflows.Shared.Models;

namespace Workflows.Shared.Interview.Uploads;

/// <summary>The files of answers: of the types that models take (<see cref="ModelMedia"/>), and how their names end.</summary>
public static class MediaFiles
{
    /// <summary>The most frames of an answer.</summary>
    public const int MostFrames = 4;

    /// <summary>The recordings that are taken, for people.</summary>
    public const string AudioTypes = "WAV, MP3, M4A, WebM, Ogg or FLAC";

    /// <summary>The frames that are taken, for people.</summary>
    public const string FrameTypes = "JPEG, PNG or WebP";

    /// <summary>A recording; null: it is none of <see cref="AudioTypes"/>.</summary>
    /// <param name="content">The file.</param>
    public static UploadedFile? Audio(ReadOnlyMemory<byte> content) => File(content, ModelMedia.AudioOf(content.Span));

    /// <summary>A frame; null: it is none of <see cref="FrameTypes"/>.</summary>
    /// <param name="content">The file.</param>
    public static UploadedFile? Frame(ReadOnlyMemory<byte> content) => File(content, ModelMedia.ImageOf(content.Span));

    private static UploadedFile? File(ReadOnlyMemory<byte> content, string? type) => type is null ? null : new UploadedFile(content, type, type switch
    {
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        _ => type[(type.IndexOf('/', StringComparison.Ordinal) + 1)..],
    });
}
