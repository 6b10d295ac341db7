namespace Workflows.Shared.Debate.Rollout;

/// <summary>How a debate is to run.</summary>
/// <param name="Mode"><see cref="DebateMode.Parallel"/> or <see cref="DebateMode.Sequential"/>.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Round">The round of the rollout that wants to know the debate's outcome; null: none does.</param>
public sealed record RolloutChoice(DebateMode Mode, string Reason, int? Round);
