namespace Workflows.Shared.Models;

/// <summary>The limits of pools that the simulator serves: those that its named profiles enforce.</summary>
public static class SimulatedLimits
{
    /// <summary>The profile of quick answers: every pool takes 8 calls at once and 600 a minute.</summary>
    public const string Quick = "quick";

    /// <summary>The profile of the documents: their limits, see <see cref="ModelDefaults"/>.</summary>
    public const string Documents = "documents";

    /// <summary>The profiles there are.</summary>
    public static IReadOnlyList<string> Profiles { get; } = [Quick, Documents];

    /// <summary>The limits of a pool in the quick profile; what the documents do not set either has no limit of its own.</summary>
    internal static ModelPoolOptions QuickPool() => new() { MaxConcurrent = 8, CallsPerMinute = 600 };
}
