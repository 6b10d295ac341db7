using Workflows.Activities.Consultation;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Functions.Hosting;

/// <summary>The queues of the embedded host: the data file's, or the storage account's where one is configured.</summary>
internal sealed class HostQueue(IHostQueues queues) : IConsultationQueue
{
    public Task SendAsync(string queue, string text, CancellationToken cancellationToken) => queues.SendAsync(queue, text, connection: null, cancellationToken);
}
