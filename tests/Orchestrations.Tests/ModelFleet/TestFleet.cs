using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>
/// The fleet's entity and orchestrations in virtual time, with a model server made of a function. The orchestration <c>ask</c> makes one call, named
/// <c>call</c>, and abandons it at the event <c>abandon</c>. Time passes only while a test waits for a result.
/// </summary>
internal sealed class TestFleet : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DurableTestHost _host;
    private int _hangs;

    private TestFleet(DurableTestHost host, Func<ModelSend, Task<ModelSendOutcome>> server)
    {
        _host = host;
        Server = server;
    }

    public Func<ModelSend, Task<ModelSendOutcome>> Server { get; set; }

    public ConcurrentQueue<ModelSend> Sends { get; } = [];

    /// <summary>How many requests have come to a server that never answers.</summary>
    public int Hangs => Volatile.Read(ref _hangs);

    public DurableTaskClient Client => _host.Client;

    public DateTimeOffset Now => _host.Time.GetUtcNow();

    public static async Task<TestFleet> StartAsync(IModelCatalogue catalogue, Func<ModelSend, Task<ModelSendOutcome>> server)
    {
        TestFleet? fleet = null;
        DurableTestHost host = await DurableTestHost.StartAsync(registry => Register(registry, () => fleet!), options =>
        {
            options.Services.AddSingleton(catalogue);
            options.Services.AddSingleton(options.Time);

            // Activities here only wait for the clock, and do nothing real meanwhile.
            options.QuietPeriod = TimeSpan.FromMilliseconds(8);
        });
        return fleet = new TestFleet(host, server);
    }

    /// <summary>A valid answer at the first moment of its lease.</summary>
    public static ModelSendOutcome Answer(ModelSend send, string json = "{}") => new()
    {
        Status = ModelSendStatus.Answered,
        Answer = json,
        SentAt = send.Lease.GrantedAt,
        PromptTokens = 10,
        CompletionTokens = 5,
        Seconds = 1,
        Model = "m-" + send.Pool,
        Simulated = true,
    };

    public static ModelSendOutcome Fault(ModelSend send, ModelSendStatus status, string error = "it is broken") => new()
    {
        Status = status, Error = error, SentAt = send.Lease.GrantedAt, Seconds = 1, RawForRepair = status == ModelSendStatus.Invalid ? "{bad" : null,
    };

    /// <summary>A server that never answers, as long as anybody could wait for it.</summary>
    public async Task<ModelSendOutcome> Hang()
    {
        Interlocked.Increment(ref _hangs);
        await Task.Delay(TimeSpan.FromDays(40), _host.Time);
        throw new TimeoutException("Nobody waits for an answer that long.");
    }

    public ModelCallRequest Request(double deadlineSeconds = 3_600, double budgetSeconds = 600, string task = "F1") => new()
    {
        Task = task,
        Prompt = new ModelPrompt { Id = task, Version = "1", System = "system", User = "user" },
        SchemaName = "answer",
        Schema = """{"type":"object"}""",
        MaxOutputTokens = 100,
        Deadline = Now.AddSeconds(deadlineSeconds),
        BudgetSeconds = budgetSeconds,
        PromptTokens = 50,
    };

    public Task<string> BeginAsync(ModelCallRequest? request = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync("ask", request ?? Request(), TestContext.Current.CancellationToken);

    public async Task<ModelCallResult> CallAsync(ModelCallRequest? request = null) => await ResultAsync(await BeginAsync(request));

    /// <summary>Begins one call after another, each a quarter of a second after the one before, for a minute: in the shortest rest of another call one of them is answered.</summary>
    public Task<string> BeginManyAsync(ModelCallRequest request) => Client.ScheduleNewOrchestrationInstanceAsync("ask on and on", request, TestContext.Current.CancellationToken);

    /// <summary>Has a recording written down.</summary>
    public async Task<TranscriptionResult> TranscribeAsync()
    {
        TranscriptionRequest request = new()
        {
            Task = "F1", Audio = new ModelAudio { ContentKey = "interviews/a/1.wav", Language = "ko" }, Deadline = Now.AddHours(1), BudgetSeconds = 600,
        };
        return (await EndAsync(await Client.ScheduleNewOrchestrationInstanceAsync("transcribe", request, TestContext.Current.CancellationToken))).ReadOutputAs<TranscriptionResult>()!;
    }

    /// <summary>The history of a call, as it is exported.</summary>
    public async Task<string> HistoryOfAsync(string id)
    {
        await using DurableEngine reader = new(new DurableEngineOptions { DataFile = _host.DataFile, RunsWork = false }, _host.Time);
        return reader.ExportHistory($"{id}:call").ToJson();
    }

    public async Task<ModelCallResult> ResultAsync(string id) => (await EndAsync(id)).ReadOutputAs<ModelCallResult>()!;

    private async Task<OrchestrationMetadata> EndAsync(string id)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        OrchestrationMetadata ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, patience.Token);
        return ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? ended
            : throw new InvalidOperationException($"'{id}' ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
    }

    public async Task<FleetState> StateAsync()
    {
        EntityMetadata<FleetState>? fleet = await Client.Entities.GetEntityAsync<FleetState>(ModelFleet.IdOf("default"), cancellation: TestContext.Current.CancellationToken);
        return fleet is { IncludesState: true } ? fleet.State : new FleetState();
    }

    public async Task UntilAsync(Func<FleetState, bool> reached, string what)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!reached(await StateAsync()))
        {
            if (patience.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited in vain until {what}.");
            }

            await Task.Yield();
        }
    }

    /// <summary>Waits for a custom status.</summary>
    public async Task<string> StatusAsync(string id, Func<string, bool> reached, string what)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!patience.IsCancellationRequested)
        {
            OrchestrationMetadata? instance = await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
            if (instance?.SerializedCustomStatus is { } status && reached(status))
            {
                return status;
            }

            await Task.Yield();
        }

        throw new TimeoutException($"Waited in vain until {what}.");
    }

    /// <summary>Stops the engine, which leaves requests that hang behind, and opens its file again.</summary>
    public Task RestartAsync() => _host.RestartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static void Register(DurableTaskRegistry registry, Func<TestFleet> fleet)
    {
        registry.AddEntity<ModelFleet>(nameof(ModelFleet));
        registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
        registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
        registry.AddOrchestratorFunc<FleetBlock>(nameof(RealtimeBlock), context => RealtimeBlock.Run(context));
        registry.AddOrchestratorFunc<ModelCallRequest, ModelCallResult>(
            "ask", (context, request) => context.CallModelAsync(request, "call", context.WaitForExternalEvent<string>("abandon")));
        registry.AddOrchestratorFunc<ModelCallRequest>("ask on and on", AskOnAndOnAsync);
        registry.AddOrchestratorFunc<TranscriptionRequest, TranscriptionResult>("transcribe", (context, request) => context.CallTranscriptionAsync(request, "call"));
        registry.AddOrchestratorFunc<ModelCallRequest, ModelCallResult>("locked", ModelFleetLoadTests.CallWhileLockedAsync);
        registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) =>
        {
            fleet().Sends.Enqueue(send);
            return fleet().Server(send);
        });
    }

    private static async Task AskOnAndOnAsync(TaskOrchestrationContext context, ModelCallRequest request)
    {
        for (int number = 1; number <= 240; number++)
        {
            await context.CallModelAsync(request, FormattableString.Invariant($"call {number}"));
            await context.CreateTimer(TimeSpan.FromSeconds(0.25), CancellationToken.None);
        }
    }
}
