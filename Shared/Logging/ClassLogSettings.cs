namespace Workflows.Shared.Logging;

/// <summary>The settings of <see cref="ClassLogProvider"/>.</summary>
public sealed record ClassLogSettings
{
    /// <summary>Size of a file where nothing else is said, in bytes: 10 MB.</summary>
    public const long DefaultFileBytes = 10 * Megabyte;

    /// <summary>Files of a class where nothing else is said.</summary>
    public const int DefaultFiles = 5;

    /// <summary>Bytes of a megabyte.</summary>
    public const long Megabyte = 1_000_000;

    /// <summary>The folder; it is made with the first line. One running host to a folder.</summary>
    public required string Folder { get; init; }

    /// <summary>A file that a further line would make larger than this, in bytes, is put aside and a new one begun.</summary>
    public long FileBytes { get; init; } = DefaultFileBytes;

    /// <summary>How many files of a class there are at most, with the one that is written to; at least 1.</summary>
    public int Files { get; init; } = DefaultFiles;
}
