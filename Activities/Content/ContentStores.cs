using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Workflows.Activities.Storage;
using Workflows.Shared.Content;

namespace Workflows.Activities.Content;

/// <summary>Opens the content store that is configured.</summary>
public static class ContentStores
{
    private const string DefaultContainer = "workflows-content";

    /// <summary>A container when one is named, or when there is no folder; else the folder.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="configuration">Names the storage account.</param>
    /// <param name="folder">The host's own folder; null: it has none that outlives it.</param>
    /// <exception cref="InvalidOperationException">A container is wanted, and no storage account is set.</exception>
    public static IContentStore Open(ContentOptions options, IConfiguration configuration, string? folder)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        if (options.Container is null && (options.Folder ?? folder) is { } files)
        {
            return new FolderContentStore(Path.GetFullPath(files));
        }

        StorageAccount account = StorageAccount.Find(configuration) ?? throw new InvalidOperationException(
            $"Content:Container is set, but {StorageAccount.Setting} is not: set it to the storage account's connection string, or {StorageAccount.Setting}__accountName, or leave the container out.");
        BlobServiceClient blobs = account.Open("blob", connection => new BlobServiceClient(connection), (address, identity) => new BlobServiceClient(address, identity));
        return new BlobContentStore(blobs.GetBlobContainerClient(options.Container ?? DefaultContainer));
    }
}
