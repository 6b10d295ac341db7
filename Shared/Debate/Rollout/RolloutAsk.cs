namespace Workflows.Shared.Debate.Rollout;

/// <summary>Asks how a debate is to run.</summary>
/// <param name="DebateId">The debate's id, by which its arm is drawn.</param>
/// <param name="Complexity">1 to 10.</param>
public sealed record RolloutAsk(string DebateId, int Complexity);
