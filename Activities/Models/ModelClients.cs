using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Chat;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>One client for each pool, made at its first request and kept. The clients neither retry nor time out nor log: who calls them does.</summary>
internal sealed partial class ModelClients(IModelTransport transport, ILogger<ModelClients> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ChatClient> clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IDisposable> owned = [];

    public ChatClient Of(ModelPool pool)
    {
        lock (gate)
        {
            if (!clients.TryGetValue(pool.Name, out var client))
            {
                client = Create(pool);
                clients.Add(pool.Name, client);
            }

            return client;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            owned.ForEach(item => item.Dispose());
            owned.Clear();
        }
    }

    private ChatClient Create(ModelPool pool)
    {
        var endpoint = transport.EndpointOf(pool);
        if (pool.ApiKey is not null && endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            LogKeyInTheClear(pool.Name);
        }

        // The client's own timeouts run on the machine's clock, ours on the injected one.
        var http = new HttpClient(transport.HandlerOf(pool), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        owned.Add(http);
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        if (pool.ApiKey is null)
        {
            options.AddPolicy(new KeylessPolicy(), PipelinePosition.BeforeTransport);
        }

        return new ChatClient(pool.Model, new ApiKeyCredential(pool.ApiKey ?? "none"), options);
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The key of pool {Pool} is sent over plain http to another machine; use https.")]
    private partial void LogKeyInTheClear(string pool);
}
