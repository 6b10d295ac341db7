namespace Workflows.Shared.Interview.Uploads;

/// <summary>Tells files by their first bytes: what a name or a header says of a file is not believed.</summary>
public static class MediaFiles
{
    /// <summary>The most bytes of a recording: what transcription servers take.</summary>
    public const int MostAudioBytes = 25 * 1024 * 1024;

    /// <summary>The most bytes of a frame.</summary>
    public const int MostFrameBytes = 2 * 1024 * 1024;

    /// <summary>The most frames of an answer.</summary>
    public const int MostFrames = 4;

    /// <summary>The recordings that are taken, for people.</summary>
    public const string AudioTypes = "WAV, MP3, M4A, WebM, Ogg or FLAC";

    /// <summary>The frames that are taken, for people.</summary>
    public const string FrameTypes = "JPEG or PNG";

    /// <summary>A recording; null: it is none of <see cref="AudioTypes"/>.</summary>
    /// <param name="content">The file.</param>
    public static UploadedFile? Audio(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> start = content.Span;
        return start switch
        {
            _ when start.StartsWith("RIFF"u8) && At(start, 8, "WAVE"u8) => new UploadedFile(content, "audio/wav", "wav"),
            _ when start.StartsWith("fLaC"u8) => new UploadedFile(content, "audio/flac", "flac"),
            _ when start.StartsWith("OggS"u8) => new UploadedFile(content, "audio/ogg", "ogg"),
            _ when start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) => new UploadedFile(content, "audio/webm", "webm"),
            _ when At(start, 4, "ftyp"u8) => new UploadedFile(content, "audio/mp4", "m4a"),
            _ when start.StartsWith("ID3"u8) || IsMpegFrame(start) => new UploadedFile(content, "audio/mpeg", "mp3"),
            _ => null,
        };
    }

    /// <summary>A frame; null: it is none of <see cref="FrameTypes"/>.</summary>
    /// <param name="content">The file.</param>
    public static UploadedFile? Frame(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> start = content.Span;
        return start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? new UploadedFile(content, "image/png", "png")
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new UploadedFile(content, "image/jpeg", "jpg")
            : null;
    }

    private static bool At(ReadOnlySpan<byte> start, int place, ReadOnlySpan<byte> mark) => start.Length >= place + mark.Length && start[place..].StartsWith(mark);

    /// <summary>Eleven bits set, then a version and a layer that are not the reserved ones.</summary>
    private static bool IsMpegFrame(ReadOnlySpan<byte> start) => start is [0xFF, var second, ..] && (second & 0xE0) == 0xE0 && (second & 0x18) != 0x08 && (second & 0x06) != 0;
}
