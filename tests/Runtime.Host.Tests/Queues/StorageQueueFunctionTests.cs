using Workflows.Tests;

namespace Workflows.Runtime.Host.Queues;

[Collection(AzuriteGroup.Name)]
public sealed class StorageQueueFunctionTests(Azurite azurite) : QueueFunctionTests
{
    private protected override string Connection => azurite.ConnectionString;

    private protected override string Prefix => azurite.NewName();
}
