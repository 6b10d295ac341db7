namespace Workflows.Runtime.Engine.Simulation;

/// <summary>What a generated orchestration does: its steps, so many rounds of them (each one a continue-as-new), and then perhaps it fails.</summary>
public sealed record SimScript(string Key, IReadOnlyList<SimStep> Steps, int Rounds, bool Fails)
{
    public int Round { get; init; }

    public string SoFar { get; init; } = "";
}
