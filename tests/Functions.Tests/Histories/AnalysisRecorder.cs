using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.Durable.Client;
using Workflows.Shared.Consultation;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Histories;

/// <summary>Records analyses of consultations.</summary>
internal static class AnalysisRecorder
{
    private const string Batch = "BATCH-20260101-001";

    /// <summary>Writes one in a single window, one in several, one whose content is not there, and one whose model refuses.</summary>
    public static async Task RecordAsync(string folder)
    {
        string conversation = TestApp.Sample("consultation-ko.txt");
        await RecordAsync(folder, "plain1", conversation, _ => { });
        await RecordAsync(folder, "windows1", string.Join('\n', Enumerable.Repeat(conversation, 60)), _ => { });
        await RecordAsync(folder, "missing1", null, _ => { });
        await RecordAsync(folder, "failed1", conversation, app => app.Break("qwen3_medium", new FaultSettings { BrokenJson = new FaultSetting { Rate = 1 } }));
    }

    private static async Task RecordAsync(string folder, string scenario, string? conversation, Action<TestApp> prepare)
    {
        await using TestApp app = await TestApp.StartAsync(timeScale: 60);
        prepare(app);
        if (conversation is not null)
        {
            ConsultationItem item = new() { ConsultationId = "CL-2026010100001", ConversationText = conversation };
            await app.Services.GetRequiredService<IContentStore>().PutAsync(ContentKeys.Item(Batch, 0), JsonSerializer.SerializeToUtf8Bytes(item, ConsultationJson.Options), CancellationToken.None);
        }

        ConsultationWork work = new() { BatchId = Batch, Index = 0, AcceptedAt = DateTimeOffset.UnixEpoch };
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.AnalyzeConsultation, work);
        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{ConsultationNames.AnalyzeConsultation}.{scenario}.json", app.Engine.ExportHistory(id));
    }
}
