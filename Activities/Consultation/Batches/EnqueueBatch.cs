using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Puts a message for each consultation of a batch on the queue. The content stays in the store: none is too large for a message.</summary>
/// <param name="queue">The queue.</param>
public sealed class EnqueueBatch(IConsultationQueue queue)
{
    private const int AtOnce = 16;

    /// <summary>The function. Run again, it sends the messages again; the batch takes each in once.</summary>
    /// <param name="messages">The batch.</param>
    /// <param name="cancellationToken">Gives up.</param>
    [Function(nameof(EnqueueBatch))]
    public Task RunAsync([ActivityTrigger] BatchMessages messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return Parallel.ForAsync(0, messages.Priorities.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
        {
            ConsultationMessage message = new() { BatchId = messages.BatchId, Index = i, Priority = messages.Priorities[i] };
            await queue.SendAsync(ConsultationNames.Queue, JsonSerializer.Serialize(message, ConsultationJson.Options), token);
        });
    }
}
