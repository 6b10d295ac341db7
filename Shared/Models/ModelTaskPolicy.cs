namespace Workflows.Shared.Models;

/// <summary>Where the calls of one task may go.</summary>
public sealed record ModelTaskPolicy
{
    /// <summary>The candidate pools: the default first, then the fallbacks. At least one; all of them in one fleet.</summary>
    public required IReadOnlyList<string> Pools { get; init; }

    /// <summary>A prompt of more tokens than this goes to <see cref="TokenThresholdPool"/> alone; null: no threshold.</summary>
    public int? TokenThreshold { get; init; }

    /// <summary>The pool of prompts over the threshold.</summary>
    public string? TokenThresholdPool { get; init; }

    /// <summary>The key of the fleet in which all the pools lie.</summary>
    public string FleetKey { get; init; } = ModelDefaults.Fleet;

    /// <summary>Who waits for the answer, unless the call says otherwise.</summary>
    public CallClass Class { get; init; } = CallClass.Interactive;

    /// <summary>The candidates for a prompt, by its size.</summary>
    /// <param name="promptTokens">The estimate of the prompt.</param>
    public IReadOnlyList<string> Candidates(int promptTokens) =>
        TokenThreshold is { } threshold && TokenThresholdPool is { } pool && promptTokens > threshold ? [pool] : Pools;
}
