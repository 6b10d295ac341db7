namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What befalls a simulated call.</summary>
internal enum CallerFate
{
    Ends,
    DiesWaiting,
    DiesSending,
    AbandonedWaiting,
    AbandonedSending,
    Suspended,
}
