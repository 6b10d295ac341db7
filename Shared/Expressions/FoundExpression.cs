using System.Text.Json.Serialization;
using Workflows.Shared.Expressions.Alignment;

namespace Workflows.Shared.Expressions;

/// <summary>An expression worth learning, with all that is told about it.</summary>
public sealed record FoundExpression
{
    /// <summary>The expression.</summary>
    public required string Expression { get; init; }

    /// <summary>Its translation.</summary>
    public required string Translation { get; init; }

    /// <summary>What it means here, for the learner's level.</summary>
    public required string Meaning { get; init; }

    /// <summary>How it is used, for the learner's level.</summary>
    public required string Usage { get; init; }

    /// <summary>Expressions that say much the same.</summary>
    public IReadOnlyList<string> Similar { get; init; } = [];

    /// <summary>What is said where it stands, cue by cue, from the subtitles themselves.</summary>
    public IReadOnlyList<string> ContextLines { get; init; } = [];

    /// <summary>The number of its chunk, from 1.</summary>
    public required int Chunk { get; init; }

    /// <summary>When it is said; null: <see cref="TimingReason"/> tells why that is not known.</summary>
    public required ExpressionTiming? Timing { get; init; }

    /// <summary>Why there is no time; null when there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimingMiss? TimingReason { get; init; }
}
