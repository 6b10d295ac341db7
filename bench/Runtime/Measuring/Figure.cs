using System.Text.Json.Serialization;

namespace Workflows.Bench.Runtime.Measuring;

/// <summary>One measured figure and what it is held against.</summary>
internal sealed record Figure
{
    /// <summary>The measurement it belongs to.</summary>
    public required string Measure { get; init; }

    /// <summary><c>full</c>, <c>normal</c>, or empty where the file's setting plays no part.</summary>
    public string Sync { get; init; } = "";

    /// <summary>What was measured.</summary>
    public required string Name { get; init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public required double Value { get; init; }

    /// <summary>The unit of value and limit.</summary>
    public required string Unit { get; init; }

    /// <summary>What is promised, or null where nothing is.</summary>
    public double? Limit { get; init; }

    /// <summary>True: the value is to be at least the limit. False: at most.</summary>
    public bool AtLeast { get; init; }

    /// <summary>True: a promise that a busy machine cannot break, so that missing it fails the run.</summary>
    public bool Binding { get; init; }

    /// <summary>Value ÷ limit, where the limit is above 0.</summary>
    public double? Ratio => Limit is > 0 ? Value / Limit : null;

    /// <summary>Whether the limit is kept.</summary>
    public bool Kept => Limit is not { } limit || (AtLeast ? Value >= limit : Value <= limit);

    /// <summary>Whether the run has to fail for it.</summary>
    [JsonIgnore]
    public bool Breaks => Binding && !Kept;
}
