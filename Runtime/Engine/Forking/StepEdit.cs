namespace Workflows.Runtime.Engine.Forking;

/// <summary>What is changed at the step after which an instance is forked.</summary>
/// <param name="Kind">Whether the step is done again or has another result.</param>
/// <param name="Value">The input or the result; it is serialized as all payloads are.</param>
public sealed record StepEdit(StepEditKind Kind, object? Value);
