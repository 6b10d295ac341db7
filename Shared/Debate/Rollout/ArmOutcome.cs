namespace Workflows.Shared.Debate.Rollout;

/// <summary>How a debate of an arm ended.</summary>
/// <param name="Passed">Whether its gate passed.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ArmOutcome(bool Passed, double Seconds);
