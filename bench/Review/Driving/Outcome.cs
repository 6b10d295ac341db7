namespace Workflows.Bench.Review.Driving;

/// <summary>How a process ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
