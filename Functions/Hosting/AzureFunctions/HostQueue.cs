using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Workflows.Activities.Consultation;
using Workflows.Activities.Storage;

namespace Workflows.Functions.Hosting;

/// <summary>The queues of the app's storage account, in the encoding that the host's triggers expect.</summary>
internal sealed class HostQueue(IConfiguration configuration) : IConsultationQueue
{
    private static readonly QueueClientOptions Base64 = new() { MessageEncoding = QueueMessageEncoding.Base64 };

    private readonly QueueServiceClient account = (StorageAccount.Find(configuration) ?? throw new InvalidOperationException($"{StorageAccount.Setting} is not set: the consultations need the app's storage account."))
        .Open("queue", connection => new QueueServiceClient(connection, Base64), (address, identity) => new QueueServiceClient(address, identity, Base64));

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
