namespace Workflows.Shared.Debate;

/// <summary>Chooses a debate's mode where no rollout has a say: as asked for, else by complexity (document 001, phase 3).</summary>
public static class DebateModeRule
{
    /// <summary>The mode and why.</summary>
    /// <param name="asked">What the caller asks for.</param>
    /// <param name="complexity">The task's complexity.</param>
    /// <param name="parallelBelow">Tasks of a complexity below this run in parallel.</param>
    public static (DebateMode Mode, string Reason) Choose(DebateMode asked, int complexity, int parallelBelow) => asked switch
    {
        DebateMode.Parallel or DebateMode.Sequential => (asked, "asked for"),
        _ when complexity < parallelBelow => (DebateMode.Parallel, FormattableString.Invariant($"complexity {complexity} is below {parallelBelow}")),
        _ => (DebateMode.Sequential, FormattableString.Invariant($"complexity {complexity} is not below {parallelBelow}")),
    };
}
