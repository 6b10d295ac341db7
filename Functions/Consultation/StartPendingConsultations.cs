using Workflows.Orchestrations.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Every fifteen minutes: whatever waits is analysed.</summary>
internal static class StartPendingConsultations
{
    /// <summary>Tells the pending entity. Once too often does no harm.</summary>
    [Function(nameof(StartPendingConsultations))]
    public static Task Run([TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        client.Entities.SignalEntityAsync(PendingConsultations.Id, nameof(PendingConsultations.StartAll), cancellation: cancellationToken);
}
