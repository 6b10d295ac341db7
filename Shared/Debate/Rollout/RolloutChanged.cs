namespace Workflows.Shared.Debate.Rollout;

/// <summary>What came of a <see cref="RolloutChange"/>.</summary>
/// <param name="Refusal">Why it was refused; null: it was done.</param>
/// <param name="View">How the rollout stands after it.</param>
public sealed record RolloutChanged(string? Refusal, RolloutView View);
