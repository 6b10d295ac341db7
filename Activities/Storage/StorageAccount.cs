using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Workflows.Activities.Storage;

/// <summary>
/// The app's storage account, by the settings that the Functions host itself reads: <c>AzureWebJobsStorage</c> is a connection string, or a section that names the account
/// (<c>AzureWebJobsStorage__accountName</c>, or <c>__blobServiceUri</c> and <c>__queueServiceUri</c>), which is then opened as the app's own identity, without a key.
/// </summary>
public sealed partial class StorageAccount
{
    private readonly string? connection;
    private readonly IConfigurationSection section;

    private StorageAccount(IConfigurationSection section)
    {
        this.section = section;
        connection = section.Value is { Length: > 0 } text ? text : null;
    }

    /// <summary>The setting, and the section.</summary>
    public static string Setting => "AzureWebJobsStorage";

    /// <summary>The account, or null when none is set.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <exception cref="InvalidOperationException">The section names no account that there can be.</exception>
    public static StorageAccount? Find(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        StorageAccount account = new(configuration.GetSection(Setting));
        return account.connection is not null || account.Address("blob") is not null || account.Address("queue") is not null ? account : null;
    }

    /// <summary>Opens a client of one of the account's services.</summary>
    /// <typeparam name="T">The client.</typeparam>
    /// <param name="service"><c>blob</c> or <c>queue</c>.</param>
    /// <param name="byConnection">Makes the client of a connection string.</param>
    /// <param name="byIdentity">Makes the client of the service's address and the app's identity.</param>
    /// <exception cref="InvalidOperationException">The section does not say where the service is.</exception>
    public T Open<T>(string service, Func<string, T> byConnection, Func<Uri, TokenCredential, T> byIdentity)
    {
        ArgumentNullException.ThrowIfNull(byConnection);
        ArgumentNullException.ThrowIfNull(byIdentity);
        return connection is not null
            ? byConnection(connection)
            : byIdentity(
                Address(service) ?? throw new InvalidOperationException($"{Setting}__{service}ServiceUri is not set, nor is {Setting}__accountName: one of them must name the storage account."),
                Identity());
    }

    private Uri? Address(string service)
    {
        string setting = $"{service}ServiceUri";
        if (section[setting] is { Length: > 0 } address)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps
                ? uri
                : throw new InvalidOperationException($"{Setting}__{setting} must be an https address such as https://account.{service}.core.windows.net.");
        }

        return section["accountName"] switch
        {
            null or "" => null,
            { } name when AccountName().IsMatch(name) => new Uri($"https://{name}.{service}.core.windows.net"),
            _ => throw new InvalidOperationException($"{Setting}__accountName must be a storage account's name: 3 to 24 lower-case letters and digits."),
        };
    }

    /// <summary>The managed identity where the host is told to use it; else whoever is signed in, such as a developer.</summary>
    private TokenCredential Identity() => section["credential"] is { } kind && kind.Equals("managedidentity", StringComparison.OrdinalIgnoreCase)
        ? new ManagedIdentityCredential(section["clientId"] is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
        : new DefaultAzureCredential();

    [GeneratedRegex("^[a-z0-9]{3,24}$")]
    private static partial Regex AccountName();
}
