using Azure.Storage.Blobs;
using Workflows.Activities.Content;
using Workflows.Tests;

namespace Workflows.Activities.Tests.Content;

/// <summary>Over the blobs of a storage account, which is Azurite.</summary>
[Collection(AzuriteGroup.Name)]
public sealed class BlobContentStoreTests(Azurite azurite) : ContentStoreTests
{
    [Fact]
    public async Task An_account_that_was_away_is_asked_again()
    {
        string name = azurite.NewName() + "content";
        using AwayOnce handler = new();
        BlobClientOptions options = new() { Transport = new Azure.Core.Pipeline.HttpClientTransport(handler) };
        options.Retry.MaxRetries = 0;
        BlobContentStore store = new(new BlobContainerClient(azurite.ConnectionString, name, options));

        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync(store, "a", "x"));
        await PutAsync(store, "a", "x");

        Assert.Equal("x", await GetAsync(store, "a"));
    }

    private protected override IContentStore Store() => new BlobContentStore(new BlobContainerClient(azurite.ConnectionString, azurite.NewName() + "content"));

    private sealed class AwayOnce() : DelegatingHandler(new HttpClientHandler())
    {
        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref _requests) == 1 ? throw new HttpRequestException("The account is away.") : base.SendAsync(request, cancellationToken);
    }
}
