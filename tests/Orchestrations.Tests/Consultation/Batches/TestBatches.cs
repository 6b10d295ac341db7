using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Durable.Client.Entities;
using Workflows.Durable.Entities;
using Workflows.Orchestrations.Consultation;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>Batches from their acceptance to their callback in virtual time. The queue is a double whose messages the test delivers; the analysis of one consultation is a function.</summary>
internal sealed class TestBatches : IAsyncDisposable
{
    public const string Client = "centerlink";

    private readonly ConcurrentDictionary<(string Batch, int Index), int> _analyses = new();
    private readonly MemoryContentStore _contents = new();
    private readonly VirtualTime _time;
    private DurableTestHost _host = null!;
    private int _hashes;

    private TestBatches(VirtualTime time)
    {
        _time = time;
        Store = new FailingStore(_contents);
    }

    public FailingStore Store { get; }

    public TestQueue Queue { get; } = new();

    /// <summary>How long an analysis takes and whether it succeeds, by its consultation.</summary>
    public Func<ConsultationWork, (TimeSpan Takes, bool Analyzed)> Analysis { get; set; } = _ => (TimeSpan.FromSeconds(18), true);

    /// <summary>How often each consultation was analysed.</summary>
    public IReadOnlyDictionary<(string Batch, int Index), int> Analyses => _analyses;

    /// <summary>The runs, in the order of their start.</summary>
    public ConcurrentQueue<AnalysisRun> Runs { get; } = [];

    /// <summary>The callbacks that were sent.</summary>
    public ConcurrentQueue<CallbackDelivery> Callbacks { get; } = [];

    public IEnumerable<string> Keys => _contents.Keys;

    public DateTimeOffset Now => _time.GetUtcNow();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestBatches> StartAsync(DateTimeOffset? at = null)
    {
        TestBatches batches = new(new VirtualTime(at ?? new DateTimeOffset(2026, 1, 1, 0, 1, 0, TimeSpan.Zero)));
        batches._host = await DurableTestHost.StartAsync(batches.Register, options =>
        {
            options.Time = batches._time;
            ModelCatalogue catalogue = new(new ModelOptions());
            options.Services.AddMetrics().AddSingleton<ConsultationMetrics>().AddSingleton<IModelCatalogue>(catalogue)
                .AddSingleton<IOptions<ConsultationOptions>>(Options.Create(new ConsultationOptions()));
        });
        return batches;
    }

    /// <summary>Has a batch accepted, or not; its messages stay on the queue.</summary>
    public async Task<OrchestrationMetadata> SubmitAsync(int count, ConsultationPriority priority = ConsultationPriority.Normal, string? callback = "https://centerlink.api/hook")
    {
        BatchSubmission batch = new()
        {
            Client = Client,
            Consultations = [.. Enumerable.Range(0, count).Select(i => new ConsultationItem { ConsultationId = $"CL-{i}", ConversationText = $"고객: {i}번 문의입니다.", Priority = priority })],
            ContentHash = $"hash {_hashes++}",
            CallbackUrl = callback,
        };
        string id = await _host.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.AcceptBatch, batch, Stop);
        OrchestrationMetadata ended = await _host.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Stop);
        await _host.WhenIdleAsync(Stop);
        return ended;
    }

    /// <summary>Has a batch accepted; its messages stay on the queue.</summary>
    public async Task<BatchAcceptance> AcceptAsync(int count, ConsultationPriority priority = ConsultationPriority.Normal)
    {
        OrchestrationMetadata ended = await SubmitAsync(count, priority);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<AcceptedBatch>()!.Acceptance;
    }

    /// <summary>Delivers messages as the queue's function does.</summary>
    public async Task DeliverAsync(IEnumerable<ConsultationMessage> messages)
    {
        foreach (ConsultationMessage message in messages)
        {
            await _host.Client.Entities.SignalEntityAsync(ConsultationBatch.IdOf(message.BatchId!), nameof(ConsultationBatch.Admit), message, cancellation: Stop);
        }

        await _host.WhenIdleAsync(Stop);
    }

    /// <summary>Does what the timer does.</summary>
    public async Task TimerAsync()
    {
        await _host.Client.Entities.SignalEntityAsync(PendingConsultations.Id, nameof(PendingConsultations.StartAll), cancellation: Stop);
        await _host.WhenIdleAsync(Stop);
    }

    public Task PassAsync(TimeSpan time) => _host.AdvanceAsync(time, Stop);

    /// <summary>Lets the next calls of the store fail.</summary>
    public void Break(int calls) => _contents.Break(calls);

    public Task RestartAsync() => _host.RestartAsync();

    public async Task<BatchState?> StateAsync(string batchId)
    {
        EntityMetadata<BatchState>? found = await _host.Client.Entities.GetEntityAsync<BatchState>(ConsultationBatch.IdOf(batchId), cancellation: Stop);
        return found is { IncludesState: true } ? found.State : null;
    }

    /// <summary>The batches and the acceptances of which anything is kept beside their content.</summary>
    public async Task<List<string>> KnownAsync()
    {
        List<string> known = [];
        await foreach (OrchestrationMetadata instance in _host.Client.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            if (instance.SerializedInput?.Contains("CL-", StringComparison.Ordinal) == true)
            {
                known.Add($"{instance.Name} {instance.RuntimeStatus}");
            }
        }

        await foreach (EntityMetadata<BatchState> batch in _host.Client.Entities.GetAllEntitiesAsync<BatchState>(new EntityQuery { InstanceIdStartsWith = $"@{ConsultationNames.ConsultationBatch.ToLowerInvariant()}@" }))
        {
            known.Add(batch.Id.Key);
        }

        return known;
    }

    /// <summary>The body of a batch's callback.</summary>
    public BatchReport Report(string batchId) => JsonSerializer.Deserialize<BatchReport>(_contents.Text(ContentKeys.Callback(batchId)), ConsultationJson.Options)!;

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    private void Register(DurableTaskRegistry registry) => registry
        .AddEntity<BatchNumbers>(ConsultationNames.BatchNumbers)
        .AddEntity<ConsultationBatch>(ConsultationNames.ConsultationBatch)
        .AddEntity<PendingConsultations>(ConsultationNames.PendingConsultations)
        .AddEntity<UndeliveredCallbacks>(ConsultationNames.UndeliveredCallbacks)
        .AddOrchestratorFunc<AcceptedBatch>(ConsultationNames.AcceptBatch, context => AcceptBatch.Run(context))
        .AddOrchestratorFunc(ConsultationNames.AnalyzeConsultations, context =>
        {
            if (!context.IsReplaying)
            {
                Runs.Enqueue(context.GetInput<AnalysisRun>()!);
            }

            return AnalyzeConsultations.Run(context);
        })
        .AddOrchestratorFunc<ConsultationWork, ConsultationOutcome>(ConsultationNames.AnalyzeConsultation, AnalyzeAsync)
        .AddOrchestratorFunc(ConsultationNames.FinishBatch, context => FinishBatch.Run(context))
        .AddOrchestratorFunc(ConsultationNames.ForgetBatch, context => ForgetBatch.Run(context))
        .AddOrchestratorFunc<CallbackProgress>(ConsultationNames.DeliverCallback, context => DeliverCallback.Run(context))
        .AddActivityFunc<BatchContent>(nameof(StoreBatch), (_, content) => new StoreBatch(Store).RunAsync(content, CancellationToken.None))
        .AddActivityFunc<BatchMessages>(nameof(EnqueueBatch), (_, messages) => new EnqueueBatch(Queue).RunAsync(messages, CancellationToken.None))
        .AddActivityFunc<BatchEnd>(nameof(ReportBatch), (_, end) => new ReportBatch(Store).RunAsync(end, CancellationToken.None))
        .AddActivityFunc<string>(nameof(DeleteBatch), (_, batch) => new DeleteBatch(Store).RunAsync(batch, CancellationToken.None))
        .AddActivityFunc<ForgottenBatch>(nameof(PurgeAcceptance), (_, batch) => PurgeAcceptance.RunAsync(batch, _host.Client, CancellationToken.None))
        .AddActivityFunc<AnalysisVerdict, bool>(nameof(WriteResult), (_, verdict) =>
        {
            _analyses.AddOrUpdate((verdict.Work.BatchId, verdict.Work.Index), 1, (_, count) => count + 1);
            return new WriteResult(Store).RunAsync(verdict, CancellationToken.None);
        })
        .AddActivityFunc<CallbackDelivery, CallbackAttempt>(nameof(SendCallback), (_, delivery) =>
        {
            Callbacks.Enqueue(delivery);
            return new CallbackAttempt { Delivered = true, HttpStatus = 200 };
        });

    private async Task<ConsultationOutcome> AnalyzeAsync(TaskOrchestrationContext context, ConsultationWork work)
    {
        (TimeSpan takes, bool analyzed) = Analysis(work);
        await context.CreateTimer(takes, CancellationToken.None);
        AnalysisVerdict verdict = new()
        {
            Work = work,
            Analysis = analyzed ? JsonSerializer.Deserialize<ConsultationAnalysis>(TestAnalysis.Answer, ConsultationJson.Options) : null,
            Error = analyzed ? null : "No model takes this conversation.",
            ProcessingSeconds = takes.TotalSeconds,
        };
        bool isAnalyzed = await context.CallActivityAsync<bool>(nameof(WriteResult), verdict);
        return new ConsultationOutcome { BatchId = work.BatchId, Index = work.Index, Analyzed = isAnalyzed, ProcessingSeconds = takes.TotalSeconds, EndedAt = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero) };
    }
}
