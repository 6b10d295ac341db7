using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Audio;
using OpenAI.Chat;
using OpenAI.Embeddings;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>One client for each pool, made at its first request and kept. The clients neither retry nor time out nor log: who calls them does.</summary>
internal sealed partial class ModelClients(IModelTransport transport, ManagedIdentity identity, ILogger<ModelClients> logger) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, PoolClient> clients = new(StringComparer.OrdinalIgnoreCase);

    public ChatClient Of(ModelPool pool) => Client(pool).Chat;

    public EmbeddingClient EmbeddingsOf(ModelPool pool) => Client(pool).Embeddings;

    public AudioClient AudioOf(ModelPool pool) => Client(pool).Audio;

    /// <summary>The plain client of a pool's server and the address of its API, for what lies beside that. It sends no key.</summary>
    public (HttpClient Http, Uri Endpoint) HttpOf(ModelPool pool) => (Client(pool).Http, Client(pool).Endpoint);

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var client in clients.Values)
            {
                client.Http.Dispose();
            }

            clients.Clear();
        }
    }

    private PoolClient Client(ModelPool pool)
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

    private PoolClient Create(ModelPool pool)
    {
        var endpoint = transport.EndpointOf(pool);
        if (pool.ApiKey is not null && endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            LogKeyInTheClear(pool.Name);
        }

        // The client's own timeouts run on the machine's clock, ours on the injected one.
        var http = new HttpClient(transport.HandlerOf(pool), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
        };
        if (pool.Credential is not null)
        {
            options.AddPolicy(new IdentityPolicy(identity), PipelinePosition.BeforeTransport);
        }
        else if (pool.ApiKey is null)
        {
            options.AddPolicy(new KeylessPolicy(), PipelinePosition.BeforeTransport);
        }

        var key = new ApiKeyCredential(pool.ApiKey ?? "none");
        return new PoolClient(new ChatClient(pool.Model, key, options), new EmbeddingClient(pool.Model, key, options), new AudioClient(pool.Model, key, options), http, endpoint);
    }

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The key of pool {Pool} is sent over plain http to another machine; use https.")]
    private partial void LogKeyInTheClear(string pool);

    private sealed record PoolClient(ChatClient Chat, EmbeddingClient Embeddings, AudioClient Audio, HttpClient Http, Uri Endpoint);
}
