using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Converters;
using Workflows.FunctionsWorker.Middleware;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Host.Configuration;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Management;
using Workflows.Runtime.Host.Queues;
using Workflows.Runtime.Host.Tasks;

namespace Workflows.Runtime.Host;

/// <summary>The services of every application.</summary>
internal static class HostServices
{
    /// <summary>The largest body of a request, as on the Functions host: 100 MB.</summary>
    private const long MaxBodyBytes = 104_857_600;

    /// <summary>What an application may change: logging and how JSON is written.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddConfiguration(builder.Configuration.GetSection(HostConfiguration.HostJsonSection).GetSection("logging"))
            .AddConfiguration(builder.Configuration.GetSection("Logging"))
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        AddJson(builder.Services);
        builder.Services.AddRouting();
    }

    public static IHost Build(
        WebApplicationBuilder builder,
        EmbeddedHostOptions options,
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware,
        bool servesFunctionsByHttp)
    {
        HostJson settings = HostJson.Read(builder.Configuration);
        FunctionKeys keys = new(options);
        ManagementAddresses addresses = new(settings.Durable.HubName, keys);
        IServiceCollection services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(provider => new DurableEngine(EngineOptions(options, settings, provider), options.Clock));
        services.AddSingleton<TimeProvider, HostClock>();
        services.AddSingleton<DurableTaskClient>(provider => new HostDurableTaskClient(settings.Durable, provider, addresses));
        services.AddSingleton<IDurableTaskClientProvider, HostClientProvider>();
        services.AddSingleton(provider => new HostTables(() => provider.GetRequiredService<DurableEngine>().Core.Journal));
        services.AddSingleton(provider => new QueueRoutes(
            provider.GetRequiredService<IConfiguration>(),
            new DataFileQueueStore(provider.GetRequiredService<HostTables>(), provider.GetRequiredService<TimeProvider>()),
            account => new StorageQueueStore(account, options.Clock, settings.Queues.MaxPollingInterval)));
        services.AddSingleton(provider => new QueueSender(
            provider.GetRequiredService<QueueRoutes>(), settings.Queues, provider.GetRequiredService<IOptions<JsonSerializerOptions>>()));
        services.AddSingleton<IHostQueues>(provider => provider.GetRequiredService<QueueSender>());
        if (options.ServeHttp)
        {
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            });
        }
        else
        {
            services.AddSingleton<IServer, NoServer>();
        }

        return new EmbeddedHost(builder.Build(), options, settings, keys, addresses, middleware, servesFunctionsByHttp);
    }

    /// <summary>
    /// The one place of the JSON defaults. Applications change them by configuring the same three options: durable payloads, what
    /// IResult writes and ReadFromJsonAsync reads, what IActionResult writes. The latter two have ASP.NET Core's defaults.
    /// </summary>
    private static void AddJson(IServiceCollection services) =>
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);

    private static DurableEngineOptions EngineOptions(EmbeddedHostOptions options, HostJson settings, IServiceProvider provider)
    {
        DurableEngineOptions engine = new()
        {
            DataFile = options.DataFile,
            FullSync = options.FullSync,
            RunsWork = options.RunsWork,
            TimeScale = options.TimeScale,
            KeepFinishedFor = options.KeepFinishedFor,
            ReplayEveryTurn = options.ReplayEveryTurn,
            DataConverter = provider.GetService<DataConverter>() ?? new JsonDataConverter(provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value),
        };
        engine.DefaultVersion = settings.Durable.DefaultVersion;
        engine.MaxConcurrentActivities = settings.Durable.MaxActivities ?? engine.MaxConcurrentActivities;
        engine.MaxConcurrentOrchestrations = settings.Durable.MaxOrchestrators ?? engine.MaxConcurrentOrchestrations;
        engine.MaxConcurrentEntities = settings.Durable.MaxEntities ?? engine.MaxConcurrentEntities;
        AddClasses(engine, options, provider.GetService<IResourceClasses>());
        return engine;
    }

    /// <exception cref="HostStartException">The classes leave nothing for other activities.</exception>
    private static void AddClasses(DurableEngineOptions engine, EmbeddedHostOptions options, IResourceClasses? known)
    {
        foreach ((string name, int slots) in (known?.Slots ?? new Dictionary<string, int>()).Where(entry => !options.ResourceClasses.ContainsKey(entry.Key)).Concat(options.ResourceClasses))
        {
            engine.ResourceClasses[name] = slots;
        }

        long taken = engine.ResourceClasses.Values.Sum(slots => (long)slots);
        if (taken >= engine.MaxConcurrentActivities)
        {
            throw new HostStartException(
                $"The resource classes take {taken} activities at once ({string.Join(", ", engine.ResourceClasses.Select(entry => $"{entry.Key} {entry.Value}"))}), and the host runs {engine.MaxConcurrentActivities}: "
                + $"one at least must be left for the others. Raise extensions.durableTask.maxConcurrentActivityFunctions in host.json, or lower {HostOptionsReader.Section}:{nameof(options.ResourceClasses)}.");
        }
    }
}
