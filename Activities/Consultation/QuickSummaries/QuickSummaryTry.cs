namespace Workflows.Activities.Consultation;

/// <summary>What became of asking one model.</summary>
/// <param name="Text">The summary; null when there is none.</param>
/// <param name="Model">The model that wrote it.</param>
/// <param name="Simulated">Whether it is the simulator.</param>
/// <param name="Reason">Why there is none.</param>
internal sealed record QuickSummaryTry(string? Text, string? Model, bool Simulated, string? Reason)
{
    public static QuickSummaryTry Failed(string reason) => new(null, null, false, reason);
}
