using Workflows.Shared.Expressions;

namespace Workflows.Cli.Expressions;

/// <summary>What a folder of raw answers holds: its <c>manifest.json</c>. A chunk file that is not named here is none of it.</summary>
internal sealed record RawAnswerManifest
{
    /// <summary>Which analysis it is: the same for the same subtitles and options.</summary>
    public required string Analysis { get; init; }

    /// <summary>The subtitles, as the command line named them.</summary>
    public required string Subtitles { get; init; }

    /// <summary>What was asked for.</summary>
    public required ExpressionOptions Options { get; init; }

    /// <summary>The answers, in the film's order.</summary>
    public required IReadOnlyList<RawAnswerFile> Answers { get; init; }

    /// <summary>The chunks that have no answer since they failed.</summary>
    public required IReadOnlyList<int> FailedChunks { get; init; }
}
