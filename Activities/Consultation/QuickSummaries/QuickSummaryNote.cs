namespace Workflows.Activities.Consultation;

/// <summary>What is kept of a quick summary.</summary>
internal sealed record QuickSummaryNote(string Client, string Model, string Status, string? Reason, double Seconds);
