using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>The end of an analysis.</summary>
public sealed record ExpressionReport
{
    /// <summary>How it ended.</summary>
    public required ExpressionStatus Status { get; init; }

    /// <summary>What was asked for.</summary>
    public required ExpressionOptions Options { get; init; }

    /// <summary>What was read.</summary>
    public required SubtitleFacts Subtitles { get; init; }

    /// <summary>How many chunks the subtitles have.</summary>
    public required int Chunks { get; init; }

    /// <summary>How many of them count: all, but for those beyond the maximum of expressions and, in a test, all but the first.</summary>
    public required int CountedChunks { get; init; }

    /// <summary>How many chunks were analysed at once at most.</summary>
    public required int Workers { get; init; }

    /// <summary>The expressions, in the film's order.</summary>
    public required IReadOnlyList<FoundExpression> Expressions { get; init; }

    /// <summary>The chunks that count and failed, in order.</summary>
    public IReadOnlyList<FailedChunk> FailedChunks { get; init; } = [];

    /// <summary>The raw answers of the chunks that succeeded, in order; null unless <see cref="ExpressionOptions.SaveOutput"/> asks for them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RawAnswer>? RawAnswers { get; init; }

    /// <summary>What is worth a word, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Seconds from the start to the end.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the simulator answered anything.</summary>
    public bool Simulated { get; init; }
}
