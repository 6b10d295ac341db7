using System.Text.Json.Serialization;

namespace Workflows.Simulator.Profiles;

/// <summary>How long a call takes before its first token. All times are seconds on the simulator's clock.</summary>
/// <remarks>
/// <c>fixed</c> uses <see cref="Seconds"/>; <c>uniform</c> draws between <see cref="Min"/> and <see cref="Max"/>;
/// <c>lognormal</c> draws around <see cref="Median"/> with <see cref="Sigma"/> and is held between <see cref="Min"/> and <see cref="Max"/>.
/// The draw depends only on the seed and on the request.
/// </remarks>
public sealed record LatencyProfile
{
    /// <summary>The longest latency that a profile may ask for, in seconds (one day).</summary>
    public const double LongestSeconds = 86_400;

    /// <summary>The shape: fixed, uniform or lognormal.</summary>
    public LatencyKind Kind { get; init; }

    /// <summary>The latency of the fixed shape.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The lower bound of the uniform and lognormal shapes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Min { get; init; }

    /// <summary>The upper bound of the uniform and lognormal shapes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Max { get; init; }

    /// <summary>The median of the lognormal shape.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Median { get; init; }

    /// <summary>The standard deviation of the logarithm in the lognormal shape.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Sigma { get; init; }

    /// <summary>A latency that is always the same.</summary>
    /// <param name="seconds">The latency in seconds.</param>
    public static LatencyProfile Fixed(double seconds) => new() { Kind = LatencyKind.Fixed, Seconds = seconds };

    /// <summary>A latency spread evenly between two bounds.</summary>
    /// <param name="min">The lower bound in seconds.</param>
    /// <param name="max">The upper bound in seconds.</param>
    public static LatencyProfile Uniform(double min, double max) => new() { Kind = LatencyKind.Uniform, Min = min, Max = max };

    /// <summary>A latency with a long tail, held between two bounds.</summary>
    /// <param name="median">The median in seconds.</param>
    /// <param name="sigma">The standard deviation of the logarithm.</param>
    /// <param name="min">The lower bound in seconds.</param>
    /// <param name="max">The upper bound in seconds.</param>
    public static LatencyProfile LogNormal(double median, double sigma, double min, double max) =>
        new() { Kind = LatencyKind.LogNormal, Median = median, Sigma = sigma, Min = min, Max = max };

    /// <summary>Draws one latency.</summary>
    /// <param name="random">A source that belongs to this one call.</param>
    internal TimeSpan Draw(DeterministicRandom random) => Kind switch
    {
        LatencyKind.Fixed => TimeSpan.FromSeconds(Seconds ?? 0),
        LatencyKind.Uniform => TimeSpan.FromSeconds(Between(random.NextDouble())),
        _ => TimeSpan.FromSeconds(Math.Clamp((Median ?? 0) * Math.Exp((Sigma ?? 0) * random.NextNormal()), Min ?? 0, Max ?? LongestSeconds)),
    };

    /// <summary>Adds what is wrong with this profile to <paramref name="errors"/>.</summary>
    internal void Validate(string field, List<string> errors)
    {
        foreach (var (name, value) in new[] { ("seconds", Seconds), ("min", Min), ("max", Max), ("median", Median), ("sigma", Sigma) })
        {
            if (value is { } number && !(number >= 0 && number <= LongestSeconds))
            {
                errors.Add($"{field}.{name} must be between 0 and {LongestSeconds}");
            }
        }

        var complete = Kind switch
        {
            LatencyKind.Fixed => Seconds is not null,
            LatencyKind.Uniform => Min is not null && Max is not null,
            _ => Median is not null && Sigma is not null && Min is not null && Max is not null,
        };
        if (!complete)
        {
            errors.Add($"{field} lacks a number that its kind needs (fixed: seconds; uniform: min, max; lognormal: median, sigma, min, max)");
        }

        if (Min > Max)
        {
            errors.Add($"{field}.min must not be above {field}.max");
        }
    }

    private double Between(double draw) => (Min ?? 0) + (draw * ((Max ?? 0) - (Min ?? 0)));
}
