using System.Collections.Concurrent;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Queues;

/// <summary>Finds the store of a queue: the storage account of its connection, or the data file where none is set.</summary>
/// <param name="configuration">Where connections are.</param>
/// <param name="dataFile">The data file's queues.</param>
/// <param name="account">Makes the store of an account.</param>
internal sealed class QueueRoutes(IConfiguration configuration, IQueueStore dataFile, Func<QueueServiceClient, IQueueStore> account)
{
    private const string DefaultConnection = "AzureWebJobsStorage";
    private const string Prefix = "AzureWebJobs";

    private static readonly string[] IdentitySettings = ["serviceUri", "queueServiceUri", "accountName"];

    private readonly ConcurrentDictionary<string, IQueueStore> _accounts = new(StringComparer.Ordinal);

    /// <param name="connection">The name of the setting that holds the connection; null: <c>AzureWebJobsStorage</c>.</param>
    /// <param name="queue">The name of the queue; settings in it are resolved.</param>
    /// <exception cref="FormatException">The name is none of a queue, or the connection cannot be used. It never holds the connection.</exception>
    public QueueRoute Find(string? connection, string queue)
    {
        string name = QueueName.Normalise(SettingText.Resolve(queue, configuration));
        string setting = string.IsNullOrEmpty(connection) ? DefaultConnection : connection;
        string? text = TextOf(setting);
        return new QueueRoute(text is null ? dataFile : _accounts.GetOrAdd(text, _ => account(Connect(setting, text))), name);
    }

    private static QueueServiceClient Connect(string setting, string text)
    {
        try
        {
            return new QueueServiceClient(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new FormatException($"the setting '{setting}' is no connection string of a storage account.");
        }
    }

    private string? TextOf(string setting)
    {
        string[] names = setting.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? [setting] : [Prefix + setting, setting];
        foreach (string name in names)
        {
            string? text = configuration[name] ?? configuration.GetConnectionString(name);
            if (!string.IsNullOrWhiteSpace(text))
            {
                return text;
            }

            if (Array.Exists(IdentitySettings, part => !string.IsNullOrEmpty(configuration[$"{name}:{part}"])))
            {
                throw new FormatException($"the connection '{setting}' is by identity, which this host does not do: set '{setting}' to a connection string.");
            }
        }

        return null;
    }
}
