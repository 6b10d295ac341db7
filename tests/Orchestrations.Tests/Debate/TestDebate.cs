using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Debate;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;
using Workflows.Shared.Debate.Rollout;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Debate;

/// <summary>Debates in virtual time, with a model server that knows for each persona how long it takes, how many of its first calls fail, and what it says.</summary>
internal sealed class TestDebate : IAsyncDisposable
{
    public const string Sentence = "The archive holds forty thousand letters.";

    public static readonly EvidenceDocument Archive = new() { Id = "archive", Title = "The archive", Text = $"A report of the year. {Sentence} Most of them were never read." };

    private readonly DurableTestHost _host;
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly Random _random = new(6);

    private TestDebate(DurableTestHost host) => _host = host;

    public DurableTaskClient Client => _host.Client;

    /// <summary>The requests in the order in which they came.</summary>
    public ConcurrentQueue<ModelSend> Sends { get; } = [];

    /// <summary>How many of a persona's first calls fail.</summary>
    public Dictionary<string, int> Failing { get; } = [];

    /// <summary>How long a persona takes, in seconds.</summary>
    public Dictionary<string, double> Seconds { get; } = [];

    /// <summary>By which share of its time, at most, a persona takes more or less, drawn from a seed.</summary>
    public double Spread { get; set; }

    /// <summary>What the synthesis says at its first, second … call; after the last of them, the last. Null: that call fails.</summary>
    public List<string?> Syntheses { get; } = [Says("synthesis", "archive", Sentence)];

    /// <summary>What a persona says to a request; null: <see cref="Says"/>, and of the synthesis <see cref="Syntheses"/>.</summary>
    public Func<ModelSend, string>? Saying { get; set; }

    /// <summary>What becomes of a comparison of texts.</summary>
    public Func<ModelSend, Task<ModelSendOutcome>>? Comparing { get; set; }

    public static async Task<TestDebate> StartAsync(DebateOptions? options = null, bool byHand = false)
    {
        IOptions<DebateOptions> settings = Options.Create(options ?? new DebateOptions());
        TestDebate? debate = null;
        VirtualTime time = new();
        ModelCatalogue catalogue = new(new ModelOptions());
        DebateMetrics metrics = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
        DurableTestHost host = await DurableTestHost.StartAsync(
            registry =>
            {
                registry.AddEntity<ModelFleet>(nameof(ModelFleet));
                registry.AddEntity<DebateRollout>(DebateNames.Rollout);
                registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
                registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
                registry.AddOrchestratorFunc<DebateReport>(DebateNames.Orchestrator, context => DebateOrchestrator.Run(context));
                registry.AddActivityFunc<DebateRequest, DebatePlan>(nameof(PrepareDebate), (_, request) => new PrepareDebate(settings, catalogue).Run(request));
                registry.AddActivityFunc<EvidenceSelect, IReadOnlyList<EvidencePassage>>(nameof(SelectEvidence), (_, select) => SelectEvidence.Run(select));
                registry.AddActivityFunc<GateCheck, GateResult>(nameof(CheckEvidence), (_, check) => CheckEvidence.Run(check));
                registry.AddActivityFunc<DebateOutcome>(nameof(NoteDebate), (_, outcome) => new NoteDebate(metrics).Run(outcome));
                registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) => debate!.AnswerAsync(send, time));
            },
            host =>
            {
                host.Services.AddSingleton<IModelCatalogue>(catalogue);
                host.Services.AddSingleton(settings).AddSingleton(TestMonitor.Of());
                host.Services.AddSingleton<TimeProvider>(time);
                host.Time = time;

                // Activities here only wait for the clock, and do nothing real meanwhile.
                host.QuietPeriod = TimeSpan.FromMilliseconds(8);
                host.AutoAdvance = byHand ? AutoAdvance.Never : host.AutoAdvance;
            });
        return debate = new TestDebate(host);
    }

    public static DebateRequest Request(DebateMode mode = DebateMode.Auto, int? complexity = null) =>
        new() { Goal = "Should the letters be scanned?", Mode = mode, Complexity = complexity, Evidence = [Archive] };

    /// <summary>What a persona says: one claim with one citation.</summary>
    public static string Says(string persona, string id, string quote) => JsonSerializer.Serialize(
        new { summary = $"What the {persona} holds.", claims = new[] { new { text = $"A claim of the {persona}.", citations = new[] { new { evidenceId = id, quote } } } } });

    public async Task<OrchestrationMetadata> EndAsync(DebateRequest request, string? id = null)
    {
        id = await Client.ScheduleNewOrchestrationInstanceAsync(DebateNames.Orchestrator, request, new StartOrchestrationOptions(id), TestContext.Current.CancellationToken);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
    }

    public async Task<DebateReport> RunAsync(DebateRequest request, string? id = null)
    {
        OrchestrationMetadata ended = await EndAsync(request, id);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<DebateReport>()!;
    }

    /// <summary>The rollout's state; null: nobody has asked it.</summary>
    public async Task<RolloutState?> RolloutAsync()
    {
        await _host.WhenIdleAsync(TestContext.Current.CancellationToken);
        return (await Client.Entities.GetEntityAsync<RolloutState>(DebateRollout.Id, cancellation: TestContext.Current.CancellationToken))?.State;
    }

    /// <summary>Tells the rollout of a debate that was not held.</summary>
    public Task TellAsync(RolloutOutcome outcome) =>
        Client.Entities.SignalEntityAsync(DebateRollout.Id, nameof(DebateRollout.Observe), outcome, cancellation: TestContext.Current.CancellationToken);

    /// <summary>A debate's ledger so far.</summary>
    public async Task<IReadOnlyList<LedgerEvent>> LedgerAsync(string id) =>
        (await Client.GetInstanceAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken))!.ReadCustomStatusAs<DebateProgress>()!.Ledger;

    /// <summary>Stops and starts the host, with whatever is under way.</summary>
    public Task RestartAsync() => _host.RestartAsync();

    /// <summary>Stops the host, and starts it some time later.</summary>
    public async Task InterruptAsync(TimeSpan time)
    {
        await _host.StopAsync();
        ((VirtualTime)_host.Time).Advance(time);
        await _host.RestartAsync();
    }

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan time) => _host.AdvanceAsync(time, TestContext.Current.CancellationToken);

    /// <summary>How often a persona was asked.</summary>
    public int Asked(string persona) => Sends.Count(send => send.Request.Task == persona);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private double Draw()
    {
        lock (_random)
        {
            return (2 * _random.NextDouble()) - 1;
        }
    }

    private async Task<ModelSendOutcome> AnswerAsync(ModelSend send, TimeProvider time)
    {
        string persona = send.Request.Task;
        Sends.Enqueue(send);
        if (send.Request.Similarity is not null)
        {
            return await Comparing!(send);
        }

        int number = _counts.AddOrUpdate(persona, 1, (_, count) => count + 1);
        double seconds = Seconds.GetValueOrDefault(persona) * (1 + (Spread * Draw()));
        if (seconds > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time);
        }

        string? answer = Saying is not null ? Saying(send) : persona == DebateNames.SynthesisTask ? Syntheses[Math.Min(number, Syntheses.Count) - 1] : Says(persona, "archive", Sentence);
        return answer is null || number <= Failing.GetValueOrDefault(persona)
            ? new ModelSendOutcome { Status = ModelSendStatus.Refused, Error = "secret words of the debate", SentAt = send.Lease.GrantedAt, Seconds = seconds }
            : new ModelSendOutcome
            {
                Status = ModelSendStatus.Answered,
                Answer = answer,
                SentAt = send.Lease.GrantedAt,
                Seconds = seconds,
                PromptTokens = 10,
                CompletionTokens = 5,
                Model = "m",
            };
    }
}
