namespace Workflows.Shared.Models;

/// <summary>The limits of pools that the simulator serves: those that its named profiles enforce.</summary>
public static class SimulatedLimits
{
    /// <summary>The profile of quick answers: every pool takes 600 calls a minute, and 8 at once or as many as the documents say if that is less.</summary>
    public const string Quick = "quick";

    /// <summary>The profile of the documents: their limits, see <see cref="ModelDefaults"/>.</summary>
    public const string Documents = "documents";

    /// <summary>The profiles there are.</summary>
    public static IReadOnlyList<string> Profiles { get; } = [Quick, Documents];

    /// <summary>The limits of a pool in the quick profile.</summary>
    /// <param name="documented">The documents' limit of concurrency; null for a pool that they do not have.</param>
    internal static ModelPoolOptions QuickPool(int? documented) => new() { MaxConcurrent = Math.Min(documented ?? 8, 8), CallsPerMinute = 600 };
}
