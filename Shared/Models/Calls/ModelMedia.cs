namespace Workflows.Shared.Models;

/// <summary>
/// Which files may go to models that hear and see, and how large. A file's type is what its first bytes say, never what its name or its sender says.
/// </summary>
public static class ModelMedia
{
    /// <summary>The largest recording, in bytes: 25 MB, as the servers of the protocol have it.</summary>
    public const int LargestAudio = 25 * 1024 * 1024;

    /// <summary>The largest image, in bytes: 2 MB.</summary>
    public const int LargestImage = 2 * 1024 * 1024;

    /// <summary>The most images of one request.</summary>
    public const int MostImages = 8;

    /// <summary>What an image counts for against a model's context, in tokens: about that of 1280 by 720 points in squares of 28.</summary>
    public const int ImageTokens = 1_200;

    /// <summary>So many bytes from the start tell the type.</summary>
    public const int TellingBytes = 12;

    /// <summary>The types of recordings, for messages.</summary>
    public static IReadOnlyList<string> AudioTypes { get; } = ["audio/wav", "audio/mpeg", "audio/mp4", "audio/webm", "audio/ogg", "audio/flac"];

    /// <summary>The types of images, for messages.</summary>
    public static IReadOnlyList<string> ImageTypes { get; } = ["image/jpeg", "image/png", "image/webp"];

    /// <summary>The type of a recording; null when it is none of <see cref="AudioTypes"/>.</summary>
    /// <param name="start">The file, or its first <see cref="TellingBytes"/>.</param>
    public static string? AudioOf(ReadOnlySpan<byte> start) => start switch
    {
        _ when IsRiff(start, "WAVE"u8) => "audio/wav",
        _ when start.StartsWith("ID3"u8) || IsMpegFrame(start) => "audio/mpeg",
        _ when start.Length >= 8 && start[4..].StartsWith("ftyp"u8) => "audio/mp4",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) => "audio/webm",
        _ when start.StartsWith("OggS"u8) => "audio/ogg",
        _ when start.StartsWith("fLaC"u8) => "audio/flac",
        _ => null,
    };

    /// <summary>The type of an image; null when it is none of <see cref="ImageTypes"/>.</summary>
    /// <param name="start">The file, or its first <see cref="TellingBytes"/>.</param>
    public static string? ImageOf(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ when IsRiff(start, "WEBP"u8) => "image/webp",
        _ => null,
    };

    /// <summary>Whether a language can be named to a server: two letters by ISO 639-1.</summary>
    /// <param name="language">The language.</param>
    public static bool IsLanguage(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Length == 2 && language.All(char.IsAsciiLetterLower);
    }

    private static bool IsRiff(ReadOnlySpan<byte> start, ReadOnlySpan<byte> kind) => start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith(kind);

    // Eleven bits of synchronisation, no reserved version, layer II or III (the mark of a UTF-16 text would be layer I), no reserved rate.
    private static bool IsMpegFrame(ReadOnlySpan<byte> start) =>
        start.Length >= 3 && start[0] == 0xFF && (start[1] & 0xE0) == 0xE0 && (start[1] & 0x18) != 0x08 && (start[1] & 0x06) is 0x02 or 0x04
        && (start[2] & 0xF0) != 0xF0 && (start[2] & 0x0C) != 0x0C;
}
