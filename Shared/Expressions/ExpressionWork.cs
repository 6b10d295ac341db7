namespace Workflows.Shared.Expressions;

/// <summary>An analysis to be run, whose subtitles were put into the content store before.</summary>
public sealed record ExpressionWork
{
    /// <summary>The folder of its content, by <see cref="ExpressionContent"/>; it is deleted when the analysis ends.</summary>
    public required string Folder { get; init; }

    /// <summary>The hash of the subtitles, in lower-case hexadecimal: two requests of one hash and equal options are the same.</summary>
    public required string ContentHash { get; init; }

    /// <summary>How expressions are looked for; without fault.</summary>
    public required ExpressionOptions Options { get; init; }
}
