using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Models;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Simulator;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>
/// The whole way of a call in virtual time: the engine on its file, the entities of two fleets, the activity with the real client, and a simulator that
/// counts and refuses whatever is above the limits. The process dies as often as the test says; what it was sending is cut.
/// </summary>
internal sealed class CrashingFleet : IAsyncDisposable
{
    private readonly VirtualTime _time = new();
    private readonly SimulatorHandler _simulator;
    private CancellationTokenSource _process = new();
    private DurableTestHost? _host;

    private CrashingFleet(int seed)
    {
        ModelProfile server = new() { Latency = LatencyProfile.Uniform(1, 12), Faults = new FaultSettings { Cut = new FaultSetting { Rate = 0.05 } } };
        _simulator = new SimulatorHandler(
            new SimulatorOptions
            {
                Seed = seed,
                Models = new Dictionary<string, ModelProfile>
                {
                    ["gptoss"] = server with { MaxConcurrent = 3, CallsPerMinute = 12 },
                    ["qwen3"] = server with { MaxConcurrent = 2 },
                    ["debate"] = server with { MaxConcurrent = 1, CallsPerMinute = 10 },
                },
            },
            _time);
    }

    public DurableTaskClient Client => _host!.Client;

    /// <summary>The servers of the pools: <c>gptoss</c> and <c>qwen3</c> in one fleet, <c>debate</c> in another.</summary>
    public IEnumerable<SimulatorModel> Servers => new[] { "gptoss", "qwen3", "debate" }.Select(name => _simulator.Models[name]);

    public static async Task<CrashingFleet> StartAsync(int seed)
    {
        CrashingFleet fleet = new(seed);
        fleet._host = await DurableTestHost.StartAsync(fleet.Register, options =>
        {
            options.Time = fleet._time;
            options.QuietPeriod = TimeSpan.FromMilliseconds(20);

            // What is sent has a timeout while it is written and read: only at the simulator does anybody wait for the clock.
            options.Services.AddSingleton<TimeProvider>(new UnownedTime(fleet._time));
            options.Services.AddSingleton<IModelTransport>(new HandlerModelTransport(fleet._simulator, SimulatorHandler.Endpoint));
            options.Services.AddModels(Settings());
            options.Services.AddTransient<SendModelRequest>();
        });
        return fleet;
    }

    /// <summary>Starts a call that gets an answer unless somebody ends it.</summary>
    public Task<string> BeginAsync(string task, int number) => Client.ScheduleNewOrchestrationInstanceAsync("ask", new ModelCallRequest
    {
        Task = task,
        Prompt = new ModelPrompt { Id = task, Version = "1", System = $"Task {task}: Find surface errors", User = FormattableString.Invariant($"part {number}") },
        SchemaName = "answer",
        Schema = """{"type":"object","additionalProperties":false,"properties":{"text":{"type":"string"}},"required":["text"]}""",
        MaxOutputTokens = 200,
        PromptTokens = 30,
        Deadline = _time.GetUtcNow().AddHours(4),
        BudgetSeconds = 3_600,
    });

    public Task AdvanceAsync(double seconds) => _host!.AdvanceAsync(TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);

    /// <summary>The process ends in the middle of everything; a second later another one begins.</summary>
    public async Task CrashAsync()
    {
        await _process.CancelAsync();
        await _host!.StopAsync();
        _process.Dispose();
        _process = new CancellationTokenSource();
        _time.Advance(TimeSpan.FromSeconds(1));
        await _host.RestartAsync();
    }

    public async Task<OrchestrationMetadata> EndAsync(string id) =>
        await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _process.CancelAsync();
        await _host!.DisposeAsync();
        _process.Dispose();
        _simulator.Dispose();
    }

    private static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Models:Pools:gptoss:MaxConcurrent"] = "3",
        ["Models:Pools:gptoss:CallsPerMinute"] = "12",
        ["Models:Pools:qwen3:MaxConcurrent"] = "2",
        ["Models:Pools:debate:MaxConcurrent"] = "1",
        ["Models:Pools:debate:CallsPerMinute"] = "10",
        ["Models:Pools:debate:Fleet"] = "heavy",
    }).Build();

    private void Register(DurableTaskRegistry registry)
    {
        registry.AddEntity<ModelFleet>(nameof(ModelFleet));
        registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
        registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
        registry.AddOrchestratorFunc<ModelCallRequest, ModelCallResult>("ask", (context, request) => context.CallModelAsync(request, "call"));
        registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) => SendAsync(send, _process.Token));
    }

    private async Task<ModelSendOutcome> SendAsync(ModelSend send, CancellationToken process)
    {
        try
        {
            return await _host!.Services.GetRequiredService<SendModelRequest>().RunAsync(send, process);
        }
        catch (Exception) when (process.IsCancellationRequested)
        {
            // A dead process says nothing: its engine, which may not have been told to stop yet, must not hear of a failure.
            return await new TaskCompletionSource<ModelSendOutcome>().Task;
        }
    }
}
