namespace Workflows.Shared.Interview.Scenario;

/// <summary>A scenario that cannot be used.</summary>
/// <param name="faults">What is wrong with it, a sentence each.</param>
public sealed class InvalidScenarioException(IReadOnlyList<string> faults) : Exception(string.Join(' ', faults))
{
    /// <summary>What is wrong with it, a sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
