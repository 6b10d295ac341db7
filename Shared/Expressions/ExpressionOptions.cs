using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>How expressions are looked for; the defaults are document 004's. <see cref="ExpressionRules"/> checks them.</summary>
public sealed record ExpressionOptions
{
    /// <summary>The learner's level.</summary>
    public LanguageLevel Level { get; init; } = LanguageLevel.B1;

    /// <summary>The language of translations, meanings and notes: a code of <see cref="ExpressionLanguages"/>.</summary>
    public string Language { get; init; } = "ko";

    /// <summary>Whether chunks are analysed side by side; the result is the same.</summary>
    public bool Parallel { get; init; } = true;

    /// <summary>How many chunks are analysed at once, 1 to 50; null: at most <see cref="ExpressionRules.AutomaticWorkers"/>, and no more than the models allow. Without <see cref="Parallel"/> it has no say.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Workers { get; init; }

    /// <summary>The most characters of a chunk's input, 500 to 50,000.</summary>
    public int ChunkCharacters { get; init; } = 5_000;

    /// <summary>The fewest expressions a model is to find in a chunk, from 1.</summary>
    public int MinPerChunk { get; init; } = 1;

    /// <summary>The most expressions of a chunk that count, up to 10.</summary>
    public int MaxPerChunk { get; init; } = 3;

    /// <summary>The most expressions in all, from 1: the first of the film. Null: no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxExpressions { get; init; }

    /// <summary>The longest a chunk's analysis may take, in seconds, 1 to 3,600.</summary>
    public int TimeoutSeconds { get; init; } = 300;

    /// <summary>Whether only the first chunk is analysed.</summary>
    public bool Test { get; init; }

    /// <summary>Whether the raw answers are kept.</summary>
    public bool SaveOutput { get; init; }
}
