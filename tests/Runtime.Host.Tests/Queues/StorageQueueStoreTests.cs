using Azure.Storage.Queues;
using Workflows.Tests;

namespace Workflows.Runtime.Host.Queues;

[Collection(AzuriteGroup.Name)]
public sealed class StorageQueueStoreTests(Azurite azurite) : QueueStoreTests
{
    private protected override Task<IQueueStore> StoreAsync() =>
        Task.FromResult<IQueueStore>(new StorageQueueStore(new QueueServiceClient(azurite.ConnectionString), TimeProvider.System, TimeSpan.FromMilliseconds(100)));

    private protected override Task PassAsync(IQueueStore store, string queue) => store.WaitAsync(queue, 1, TestContext.Current.CancellationToken);

    private protected override string NewQueue() => azurite.NewName() + "queue";
}
