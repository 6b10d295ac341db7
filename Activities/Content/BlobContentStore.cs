using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Workflows.Activities.Content;

/// <summary>Content in a container of a storage account. A blob is replaced as a whole, when its block is committed.</summary>
/// <param name="container">The container; it is made when it is not there.</param>
public sealed class BlobContentStore(BlobContainerClient container) : IContentStore
{
    private volatile bool exists;

    /// <inheritdoc/>
    public async Task PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ContentKey.Check(key);
        await OpenAsync(cancellationToken);
        BlockBlobClient blob = container.GetBlockBlobClient(key);

        // In two steps, as a plain upload asks the client for a library of checksums that it may lack; ids of one length, different for each writer.
        string block = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using MemoryStream stream = new(content.ToArray(), writable: false);
        await blob.StageBlockAsync(block, stream, cancellationToken: cancellationToken);
        await blob.CommitBlockListAsync([block], cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> GetAsync(string key, CancellationToken cancellationToken)
    {
        ContentKey.Check(key);
        try
        {
            Response<BlobDownloadResult> content = await container.GetBlobClient(key).DownloadContentAsync(cancellationToken);
            return content.Value.Content.ToMemory();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        ContentKey.CheckFolder(folder);
        await OpenAsync(cancellationToken);
        await foreach (BlobItem blob in container.GetBlobsAsync(prefix: folder, cancellationToken: cancellationToken))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    /// <summary>Asked again until it has succeeded once: an account that is not there yet may come.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!exists)
        {
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            exists = true;
        }
    }
}
