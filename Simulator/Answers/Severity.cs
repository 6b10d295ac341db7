namespace Workflows.Simulator.Answers;

/// <summary>How grave a finding is, the gravest last.</summary>
internal enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
