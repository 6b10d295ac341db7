using Workflows.Shared.Debate;

namespace Workflows.Cli.Debates;

/// <summary>A task on which the modes are compared.</summary>
/// <param name="Name">What it is called in the report: its id, or the line that it stands on.</param>
/// <param name="Request">What is debated; its mode is not used.</param>
internal sealed record ComparisonTask(string Name, DebateRequest Request);
