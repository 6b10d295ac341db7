using System.Diagnostics.Metrics;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Models;
using Workflows.Activities.Tests.Consultation;
using Workflows.Activities.Tests.Content;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using Workflows.Simulator;
using Workflows.Simulator.Profiles;

namespace Workflows.Activities.Tests.Models;

/// <summary>The activity as the host composes it, on a clock of its own, before some server.</summary>
internal sealed class ModelBench : IDisposable
{
    public const string Schema =
        """{"type":"object","additionalProperties":false,"properties":{"text":{"type":"string"},"quote":{"type":"string"}},"required":["text"]}""";

    public const string Good = """{"text":"fine"}""";

    private readonly ServiceProvider services;

    public ModelBench(HttpMessageHandler server, params (string Key, string Value)[] settings)
        : this(new StubTransport(server), new VirtualTime(), settings)
    {
    }

    /// <summary>On a host that shows answers while they are written.</summary>
    public ModelBench(HttpMessageHandler server, TokenFeed feed)
        : this(new StubTransport(server), new VirtualTime(), [], feed)
    {
    }

    /// <summary>On a host whose identity has such tokens.</summary>
    public ModelBench(HttpMessageHandler server, TokenCredential tokens, params (string Key, string Value)[] settings)
        : this(new StubTransport(server), new VirtualTime(), settings, feed: null, tokens)
    {
    }

    public ModelBench(IModelTransport transport, VirtualTime time, params (string Key, string Value)[] settings)
        : this(transport, time, settings, feed: null)
    {
    }

    private ModelBench(IModelTransport transport, VirtualTime time, (string Key, string Value)[] settings, TokenFeed? feed, TokenCredential? tokens = null)
    {
        Time = time;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();
        IServiceCollection added = new ServiceCollection();
        if (feed is not null)
        {
            added.AddSingleton(feed);
        }

        if (tokens is not null)
        {
            added.AddSingleton(new ManagedIdentity(() => tokens));
        }

        services = added
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(transport)
            .AddModels(configuration)
            .AddSingleton<IContentStore>(Content)
            .AddTransient<SendModelRequest>()
            .BuildServiceProvider();
        _ = services.GetRequiredService<ProcessStart>();
    }

    public VirtualTime Time { get; }

    public CapturedLogs Logs { get; } = new();

    /// <summary>Where prompts may stand.</summary>
    public MemoryContentStore Content { get; } = new();

    public ModelCatalogue Catalogue => services.GetRequiredService<ModelCatalogue>();

    public IMeterFactory Meters => services.GetRequiredService<IMeterFactory>();

    /// <summary>A simulator in the process whose models answer at once, with one fault.</summary>
    public static SimulatorHandler Simulator(VirtualTime time, FaultSettings? faults = null)
    {
        var simulator = new SimulatorHandler(new SimulatorOptions(), time);
        foreach (var model in simulator.Models.Values)
        {
            model.Update(profile => profile with { Latency = LatencyProfile.Fixed(0), Faults = faults ?? new FaultSettings() });
        }

        return simulator;
    }

    public static string Completion(string message, string finish = "stop", string rest = ""","usage":{"prompt_tokens":11,"completion_tokens":7}""") =>
        $$"""{"id":"x","object":"chat.completion","model":"served-model","choices":[{"index":0,"message":{{message}},"finish_reason":"{{finish}}"}]{{rest}}}""";

    public static string Saying(string content) => Completion($$"""{"role":"assistant","content":{{System.Text.Json.JsonSerializer.Serialize(content)}}}""");

    public ModelSend Send(string pool = "gptoss") => new()
    {
        Request = new ModelCallRequest
        {
            Task = "F2",
            Prompt = new ModelPrompt { Id = "F2", Version = "1", System = "Task F2: Find surface errors", User = "secret-prompt-text" },
            SchemaName = "answer",
            Schema = Schema,
            MaxOutputTokens = 500,
            Temperature = 0.1,
            Deadline = Time.GetUtcNow().AddMinutes(10),
            BudgetSeconds = 60,
            PromptTokens = 20,
            Language = AnswerLanguage.English,
        },
        Lease = new FleetLease
        {
            Id = "ticket-1",
            Pool = pool,
            GrantedAt = Time.GetUtcNow(),
            StartBefore = Time.GetUtcNow().AddSeconds(10),
            ExpiresAt = Time.GetUtcNow().AddSeconds(75),
            TimeoutSeconds = 60,
        },
        Pool = pool,
        TimeoutSeconds = 60,
        Deadline = Time.GetUtcNow().AddMinutes(10),
    };

    public Task<ModelSendOutcome> RunAsync(ModelSend? send = null, CancellationToken? cancellationToken = null) =>
        services.GetRequiredService<SendModelRequest>().RunAsync(send ?? Send(), cancellationToken ?? TestContext.Current.CancellationToken);

    public void Dispose() => services.Dispose();

    private sealed class StubTransport(HttpMessageHandler server) : IModelTransport
    {
        public Uri EndpointOf(ModelPool pool) => pool.Endpoint ?? SimulatorHandler.Endpoint;

        public HttpMessageHandler HandlerOf(ModelPool pool) => server;
    }
}
