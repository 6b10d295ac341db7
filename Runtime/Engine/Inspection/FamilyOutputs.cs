namespace Workflows.Runtime.Engine.Inspection;

/// <summary>The outputs of an instance and of those below it.</summary>
/// <param name="Outputs">Those of the ones that have ended.</param>
/// <param name="IsComplete">Whether all below were looked at.</param>
/// <param name="HasOpen">Whether any that was looked at has not ended.</param>
internal sealed record FamilyOutputs(IReadOnlyList<string> Outputs, bool IsComplete, bool HasOpen);
