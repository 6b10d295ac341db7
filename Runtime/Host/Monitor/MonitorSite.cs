using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Engine.Inspection;
using Workflows.Runtime.Host.Configuration;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Monitor.Access;
using Workflows.Runtime.Host.Monitor.Blocked;
using Workflows.Runtime.Host.Monitor.Changes;
using Workflows.Runtime.Host.Monitor.Entities;
using Workflows.Runtime.Host.Monitor.Fleet;
using Workflows.Runtime.Host.Monitor.Instances;
using Workflows.Runtime.Host.Monitor.Operations;
using Workflows.Runtime.Host.Monitor.Operations.Batches;
using Workflows.Runtime.Host.Monitor.Page;
using Workflows.Runtime.Host.Monitor.Starting;
using Workflows.Runtime.Host.Monitor.Triggers;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Monitor;

/// <summary>The monitor: its page at <c>/monitor</c> and the API that the page uses.</summary>
/// <param name="engine">The engine; used once it has been started.</param>
/// <param name="options">The host's settings.</param>
/// <param name="keys">The host's keys.</param>
/// <param name="services">The application's services, among them what it tells the monitor of itself.</param>
/// <param name="orchestrators">The names of the application's orchestrators.</param>
/// <param name="settings">The application's <c>host.json</c>.</param>
/// <param name="triggers">Timers and queues: of functions that run, and of those that are switched off.</param>
/// <param name="logger">Told of what fails.</param>
/// <param name="stopping">The host stops.</param>
internal sealed class MonitorSite(
    DurableEngine engine,
    EmbeddedHostOptions options,
    FunctionKeys keys,
    IServiceProvider services,
    IReadOnlySet<string> orchestrators,
    HostJson settings,
    IReadOnlyList<HostTriggers> triggers,
    ILogger logger,
    CancellationToken stopping)
{
    /// <summary>How long a search through texts goes on before it answers with what it has.</summary>
    private static readonly TimeSpan SearchTime = TimeSpan.FromMilliseconds(200);

    private readonly IMonitorFleet? _fleet = services.GetService<IMonitorFleet>();
    private FleetSampler? _sampler;

    public void Map(WebApplication web)
    {
        MonitorAccess access = new(keys, options.Clock);
        MonitorApi api = new(web, access, logger);
        HostTables tables = services.GetRequiredService<HostTables>();
        AuditLog audit = new(tables, engine);
        Operator operations = new(audit);
        DurableTaskClient client = services.GetRequiredService<DurableTaskClient>();
        new SessionRoutes(access, engine, options, settings.Durable.HubName, audit).Map(api);
        new ChangeRoutes(engine, access, options.Clock, stopping).Map(api);
        MapInstances(api, audit, operations, client);
        StartableList list = new(orchestrators, services.GetService<IMonitorCatalogue>(), services.GetRequiredService<IOptions<JsonSerializerOptions>>().Value);
        new StartRoutes(list, client, operations).Map(api);
        new EntityRoutes(engine, client, operations).Map(api);
        _sampler = _fleet is null ? null : new FleetSampler(_fleet, options.Clock, () => engine.Core.Now(), logger);
        new FleetRoutes(engine, _fleet, _sampler).Map(api);
        new TriggerRoutes(engine, triggers[0], triggers[1], tables, services.GetRequiredService<IConfiguration>()).Map(api);
        new MessageRoutes(triggers, operations, settings.Queues.Base64).Map(api);
        new MonitorPage(new PageFiles()).Map(web);
    }

    /// <summary>Begins what goes on beside requests, once the engine runs.</summary>
    public void Start()
    {
        if (_sampler is { } sampler)
        {
            _ = Task.Run(() => sampler.RunAsync(stopping), CancellationToken.None);
        }
    }

    private void MapInstances(MonitorApi api, AuditLog audit, Operator operations, DurableTaskClient client)
    {
        SearchBudget budget = new(options.Clock, SearchTime);
        InstanceSearch search = new(engine.Journal, budget);
        InstanceTally tally = new(engine.Journal, budget);
        KnownNames names = new(tally, orchestrators);
        CriteriaReader criteria = new(names);
        InstanceOperator instances = new(engine, client, new InstanceSettling(engine, options.Clock, options.Monitor.SettlesWithin));
        BatchTargets targets = new(engine, search, tally);
        new ListRoutes(engine, search, tally, criteria, names).Map(api);
        new InstanceRoutes(engine, new CostReader(services.GetService<IMonitorCosts>(), options.Clock), services.GetService<IMonitorResults>()).Map(api);
        new HistoryRoutes(engine).Map(api);
        new BlockedRoutes(engine, new WaitReader(engine, _fleet)).Map(api);
        new OperationRoutes(instances, operations, audit).Map(api);
        new BatchRoutes(new BatchRunner(engine, targets, instances, audit, logger, stopping), targets, criteria).Map(api);
    }
}
