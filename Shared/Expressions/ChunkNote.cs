using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>How a chunk's analysis ended, for the figures.</summary>
public sealed record ChunkNote
{
    /// <summary><c>analysed</c>, <c>failed</c>, or <c>skipped</c>: it could not count any more.</summary>
    public required string Outcome { get; init; }

    /// <summary>Seconds from its begin to its end, waiting for a model included; null: it was skipped.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The note of a chunk.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="time">From its begin to its end.</param>
    public static ChunkNote Of(ChunkOutcome outcome, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome switch
        {
            { Found: not null } => new ChunkNote { Outcome = "analysed", Seconds = time.TotalSeconds },
            { Error: not null } => new ChunkNote { Outcome = "failed", Seconds = time.TotalSeconds },
            _ => new ChunkNote { Outcome = "skipped" },
        };
    }
}
