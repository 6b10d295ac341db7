using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Activities.Tests.Content;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Orchestrations.Consultation;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Engine.Testing;
using Workflows.Shared.Consultation;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Tests.Consultation;

/// <summary>The analysis of consultations in virtual time, with a model server made of a function that sees the user message.</summary>
internal sealed class TestAnalysis : IAsyncDisposable
{
    public const string Answer =
        """{"summary":{"customer":"환불 요청","agent":"결제 내역 확인","result":"환불 접수"},"keywords":["환불","결제","카드"],"titles":{"keyword":"환불_결제","descriptive":"결제 환불 문의"}}""";

    private readonly DurableTestHost _host;
    private readonly SimulatedAnalysis? _simulated;

    private TestAnalysis(DurableTestHost host, MemoryContentStore store, ConcurrentQueue<(ModelSend Send, string User)> sends, SimulatedAnalysis? simulated)
    {
        _host = host;
        _simulated = simulated;
        Store = store;
        Sends = sends;
    }

    public MemoryContentStore Store { get; }

    public ConcurrentQueue<(ModelSend Send, string User)> Sends { get; }

    public DurableTaskClient Client => _host.Client;

    public DateTimeOffset Now => _host.Time.GetUtcNow();

    /// <summary>Starts it.</summary>
    /// <param name="server">The answer to a request, from the send and its user message; null: <see cref="Answer"/>.</param>
    /// <param name="contextTokens">The context of the one model.</param>
    /// <param name="isSimulated">Whether the simulator answers instead.</param>
    public static async Task<TestAnalysis> StartAsync(Func<ModelSend, string, ModelSendOutcome>? server = null, int contextTokens = 100_000, bool isSimulated = false)
    {
        MemoryContentStore store = new();
        VirtualTime time = new();
        SimulatedAnalysis? simulated = isSimulated ? new SimulatedAnalysis(store, time) : null;
        ConcurrentQueue<(ModelSend, string)> sends = [];
        ModelCatalogue catalogue = new(new ModelOptions { Pools = { ["qwen3_medium"] = new ModelPoolOptions { ContextTokens = contextTokens } } });
        DurableTestHost host = await DurableTestHost.StartAsync(
            registry =>
            {
                registry.AddEntity<ModelFleet>(nameof(ModelFleet));
                registry.AddOrchestratorFunc<ModelCallResult>(nameof(ModelCall), context => ModelCall.Run(context));
                registry.AddOrchestratorFunc(nameof(FleetCourier), context => FleetCourier.Run(context));
                registry.AddOrchestratorFunc<ConsultationOutcome>(ConsultationNames.AnalyzeConsultation, context => AnalyzeConsultation.Run(context));
                registry.AddActivityFunc<ConsultationWork, AnalysisPlan>(
                    nameof(ReadConsultation), (_, work) => new ReadConsultation(store, catalogue, time).RunAsync(work, CancellationToken.None));
                registry.AddActivityFunc<AnalysisVerdict, bool>(nameof(WriteResult), (_, verdict) => new WriteResult(store).RunAsync(verdict, CancellationToken.None));
                registry.AddActivityFunc<ModelSend, ModelSendOutcome>(ModelSend.ActivityName, (_, send) =>
                {
                    string user = send.Request.Prompt.ContentKey is { } key ? store.Text(key) : send.Request.Prompt.User;
                    sends.Enqueue((send, user));
                    return simulated?.SendAsync(send) ?? Task.FromResult(server?.Invoke(send, user) ?? Answered(send));
                });
            },
            options =>
            {
                options.Services.AddSingleton<IModelCatalogue>(catalogue);
                options.Services.AddSingleton<TimeProvider>(time);
                options.Time = time;
            });
        return new TestAnalysis(host, store, sends, simulated);
    }

    public static ModelSendOutcome Answered(ModelSend send, string json = Answer, double seconds = 2) => new()
    {
        Status = ModelSendStatus.Answered, Answer = json, SentAt = send.Lease.GrantedAt, Seconds = seconds, PromptTokens = 10, CompletionTokens = 5, Model = "m", Simulated = true,
    };

    public static ModelSendOutcome Fault(ModelSend send, ModelSendStatus status, string error = "secret words of the conversation") =>
        new() { Status = status, Error = error, SentAt = send.Lease.GrantedAt, Seconds = 1 };

    /// <summary>A transcript of so many turns.</summary>
    public static string Conversation(int turns) => string.Join('\n', Enumerable.Range(1, turns).Select(number =>
        number % 2 == 1 ? $"고객: {number}번 결제를 카드로 했는데 환불해 주세요." : $"상담사: {number}번 결제 내역을 확인하겠습니다."));

    /// <summary>Stores a conversation as a consultation.</summary>
    public ConsultationWork Keep(string conversation, int index = 0)
    {
        Store.Put(ContentKeys.Item("BATCH-20250913-001", index), new ConsultationItem { ConsultationId = $"CL-{index}", ConversationText = conversation });
        return Work(index);
    }

    public ConsultationWork Work(int index = 0) => new() { BatchId = "BATCH-20250913-001", Index = index, AcceptedAt = Now.AddMinutes(-5) };

    public async Task<ConsultationOutcome> RunAsync(ConsultationWork work)
    {
        string id = await Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.AnalyzeConsultation, work, TestContext.Current.CancellationToken);
        OrchestrationMetadata ended = await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, TestContext.Current.CancellationToken);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"It ended as {ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<ConsultationOutcome>()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _simulated?.Dispose();
    }
}
