using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Durable.Client;
using Workflows.Functions.Consultation;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Histories;

/// <summary>Records batches of consultations.</summary>
internal static class BatchRecorder
{
    private static readonly string[] Orchestrators =
        [ConsultationNames.AcceptBatch, ConsultationNames.AnalyzeConsultations, ConsultationNames.FinishBatch, ConsultationNames.ForgetBatch];

    /// <summary>Writes a batch of two that is called back and one of a single consultation without a callback; both are forgotten.</summary>
    public static async Task RecordAsync(string folder)
    {
        await using CallbackHook hook = await CallbackHook.StartAsync();
        await RecordAsync(folder, "plain", ["고객: 환불해 주세요.\n상담사: 환불해 드렸습니다.", "Customer: My card is lost.\nAgent: I have blocked it."], hook.Url);
        await RecordAsync(folder, "quiet", ["고객: 주소를 바꿔 주세요.\n상담사: 바꿔 드렸습니다."], null);
    }

    private static async Task RecordAsync(string folder, string scenario, string[] conversations, string? callback)
    {
        await using TestApp app = await ConsultationApp.StartAsync(timeScale: 10, settings: [("Consultations:RunAt", $"{conversations.Length}"), .. CallbackHook.Settings]);
        using HttpResponseMessage accepted = await app.PostAsync(
            "batch-analysis", new { consultations = conversations.Select((text, i) => new { consultation_id = $"{i}", conversation_text = text }), callback_url = callback }, app.Key());
        string batch = (await accepted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("batch_id").GetString()!;
        await app.Client.WaitForInstanceCompletionAsync($"finish:{batch}");
        string forgotten = await app.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.ForgetBatch, new ForgottenBatch { BatchId = batch, Acceptance = "another" });
        await app.Client.WaitForInstanceCompletionAsync(forgotten);
        await WriteAsync(app, folder, scenario);
    }

    private static async Task WriteAsync(TestApp app, string folder, string scenario)
    {
        await foreach (OrchestrationMetadata instance in app.Client.GetAllInstancesAsync())
        {
            string name = $"{instance.Name}.{scenario}1.json";
            if (instance.IsCompleted && Orchestrators.Contains(instance.Name) && !File.Exists(Path.Combine(folder, name)))
            {
                await HistoryRecorder.WriteAsync(folder, name, app.Engine.ExportHistory(instance.InstanceId));
            }
        }
    }
}
