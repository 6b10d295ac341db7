namespace Workflows.Runtime.Engine.Inspection;

/// <summary>One execution of an instance: its number, when it began, and how many events its history has.</summary>
internal sealed record ExecutionHead(long Execution, DateTimeOffset Started, long Events);
