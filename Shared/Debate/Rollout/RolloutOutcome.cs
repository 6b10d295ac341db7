namespace Workflows.Shared.Debate.Rollout;

/// <summary>How a debate ended that the rollout had chosen the mode of.</summary>
/// <param name="Round">The choice's <see cref="RolloutChoice.Round"/>.</param>
/// <param name="Mode">The choice's <see cref="RolloutChoice.Mode"/>, whatever fallbacks there were.</param>
/// <param name="Passed">Whether its gate passed: true also when it had nothing to check, false when the debate failed.</param>
/// <param name="Seconds">How long it took, from its start to its end.</param>
public sealed record RolloutOutcome(int Round, DebateMode Mode, bool Passed, double Seconds);
