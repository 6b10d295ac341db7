using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Content;
using Workflows.Durable.Client;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>The product's batch analysis, orchestration and all: the three parts of its summary.</summary>
internal sealed class BatchAnalysisPath(IServiceProvider services) : ISummaryPath
{
    private const string Batch = "BATCH-20250913-001";

    private readonly IContentStore _store = services.GetRequiredService<IContentStore>();
    private int _next;

    public string Name => "batch_analysis";

    public string Model { get; } = ModelOf(services, ConsultationNames.BatchAnalysisTask);

    public async Task<string?> SummariseAsync(LabelledDialogue dialogue, CancellationToken cancellation)
    {
        int index = Interlocked.Increment(ref _next);
        ConsultationItem item = new() { ConsultationId = dialogue.Id, ConversationText = dialogue.Text };
        await _store.PutAsync(ContentKeys.Item(Batch, index), JsonSerializer.SerializeToUtf8Bytes(item, ConsultationJson.Options), cancellation);
        DurableTaskClient client = services.GetRequiredService<DurableTaskClient>();
        ConsultationWork work = new() { BatchId = Batch, Index = index, AcceptedAt = services.GetRequiredService<TimeProvider>().GetUtcNow() };
        string id = await client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.AnalyzeConsultation, work, cancellation);
        await client.WaitForInstanceCompletionAsync(id, cancellation);
        ReadOnlyMemory<byte>? stored = await _store.GetAsync(ContentKeys.Result(Batch, index), cancellation);
        return stored is { } bytes && JsonSerializer.Deserialize<ConsultationResult>(bytes.Span, ConsultationJson.Options)?.Summary is { } summary
            ? $"{summary.Customer}\n{summary.Agent}\n{summary.Result}"
            : null;
    }

    /// <summary>The model that does a task first.</summary>
    internal static string ModelOf(IServiceProvider services, string task)
    {
        ModelCatalogue catalogue = services.GetRequiredService<ModelCatalogue>();
        return catalogue.Pool(catalogue.Task(task).Pool).Model + (catalogue.IsSimulated ? " (simulated)" : "");
    }
}
