using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Workflows.Shared.Content;

namespace Workflows.Activities.Content;

/// <summary>Opens the content store that is configured.</summary>
public static class ContentStores
{
    /// <summary>The setting of the storage account.</summary>
    private const string Account = "AzureWebJobsStorage";

    private const string DefaultContainer = "workflows-content";

    /// <summary>A container when one is named, or when there is no folder; else the folder.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="configuration">Has the storage account's connection string.</param>
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

        return configuration[Account] is { Length: > 0 } connection
            ? new BlobContentStore(new BlobContainerClient(connection, options.Container ?? DefaultContainer))
            : throw new InvalidOperationException($"Content:Container is set, but {Account} is not: set it to the storage account's connection string, or leave the container out.");
    }
}
