using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Workflows.Activities.Consultation;

namespace Workflows.Functions.Hosting;

/// <summary>The queues of the app's storage account, in the encoding that the host's triggers expect.</summary>
internal sealed class HostQueue(IConfiguration configuration) : IConsultationQueue
{
    private readonly QueueServiceClient account = new(
        configuration["AzureWebJobsStorage"] ?? throw new InvalidOperationException("AzureWebJobsStorage is not set: the consultations need the app's storage account."),
        new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    private readonly ConcurrentDictionary<string, Task<QueueClient>> queues = new();

    public async Task SendAsync(string queue, string text, CancellationToken cancellationToken)
    {
        QueueClient client = await queues.GetOrAdd(queue, OpenAsync).WaitAsync(cancellationToken);
        await client.SendMessageAsync(text, cancellationToken);
    }

    private async Task<QueueClient> OpenAsync(string name)
    {
        try
        {
            QueueClient client = account.GetQueueClient(name);
            await client.CreateIfNotExistsAsync();
            return client;
        }
        catch
        {
            queues.TryRemove(name, out _);
            throw;
        }
    }
}
