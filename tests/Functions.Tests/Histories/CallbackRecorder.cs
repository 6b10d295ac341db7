using Workflows.Durable;
using Workflows.Functions.Consultation;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Histories;

/// <summary>Records deliveries of callbacks.</summary>
internal static class CallbackRecorder
{
    /// <summary>Writes one that is taken at once, one by hand that is taken at the third attempt, and one that is given up.</summary>
    public static async Task RecordAsync(string folder)
    {
        await RecordAsync(folder, "plain1", 0, _ => new CallbackAttempt { Delivered = true, HttpStatus = 200 });
        await RecordAsync(folder, "again1", 1, attempt => attempt < 3
            ? new CallbackAttempt { Delivered = false, HttpStatus = 503, Error = "The receiver answered with status 503.", RetryAfterSeconds = 7 }
            : new CallbackAttempt { Delivered = true, HttpStatus = 200 });
        await RecordAsync(folder, "undelivered1", 0, _ => new CallbackAttempt { Delivered = false, Final = true, Error = "The batch's results are not kept any more." });
    }

    private static async Task RecordAsync(string folder, string scenario, int round, Func<int, CallbackAttempt> answer)
    {
        ScriptedReceiver receiver = new() { Answer = answer };
        await using TestApp app = await TestApp.StartAsync(timeScale: 60, receiver.Serve);
        CallbackDelivery delivery = new()
        {
            DeliveryId = "BATCH-20260101-001", BatchId = "BATCH-20260101-001", Client = ScriptedReceiver.Client, Url = "https://centerlink.api/webhook", Round = round,
        };
        string id = await app.Client.ScheduleNewOrchestrationInstanceAsync(ConsultationNames.DeliverCallback, delivery, new StartOrchestrationOptions(delivery.InstanceId));
        await app.Client.WaitForInstanceCompletionAsync(id);
        await HistoryRecorder.WriteAsync(folder, $"{ConsultationNames.DeliverCallback}.{scenario}.json", app.Engine.ExportHistory(id));
    }
}
