namespace Workflows.Runtime.Engine.Simulation;

/// <summary>One step of a generated orchestration. <see cref="Key"/> is unique in its run.</summary>
public sealed record SimStep(SimStepKind Kind, string Key, int Number, IReadOnlyList<SimStep> Steps);
