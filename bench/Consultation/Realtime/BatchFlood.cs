using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Bench.Consultation.Accuracy;
using Workflows.Bench.Consultation.Driving;
using Workflows.Bench.Schedule;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>Summaries while the same host takes in and analyses batch after batch.</summary>
internal static class BatchFlood
{
    private const int Size = 200;
    private const int Batches = 20;

    public static async Task<IReadOnlyList<string>> RunAsync(double perSecond, TimeSpan lasts, List<string> notes, Tally tally)
    {
        await using SimulatedModels models = await SimulatedModels.StartAsync(1);
        await models.ChangeAsync(SimulatedModels.Medium, JsonNode.Parse("""{"latency":{"kind":"fixed","seconds":0.05}}""")!.AsObject());
        await using ServingHost host = await ServingHost.StartAsync(models);
        using SummaryLoad load = new(host.Address);
        await load.RunAsync(perSecond, TimeSpan.FromSeconds(3));
        using CancellationTokenSource end = new();
        Task<int> flood = SendAsync(host, end.Token);
        SummaryFigures figures = new(await load.RunAsync(perSecond, lasts));
        await end.CancelAsync();
        int accepted = await flood;
        long analysed = (await models.CountersAsync(SimulatedModels.Medium)).Completed;
        notes.Add($"flood: {accepted} batches of {Size} were accepted and {analysed} consultations analysed meanwhile ({tally.Note(accepted > 0 && analysed > 0)}: there was a flood)");
        return RealtimeBench.Judge("a flood of batches, 2.35 s a call", perSecond, figures, tally);
    }

    private static async Task<int> SendAsync(ServingHost host, CancellationToken end)
    {
        string[] texts = [.. LabelledDialogue.All().Select(dialogue => dialogue.Text)];
        using HttpClient http = new() { BaseAddress = host.Address };
        int accepted = 0;
        try
        {
            for (int batch = 0; batch < Batches; batch++)
            {
                byte[] body = JsonSerializer.SerializeToUtf8Bytes(
                    new { consultations = Enumerable.Range(0, Size).Select(i => new { consultation_id = $"F-{batch}-{i}", conversation_text = $"{texts[i % texts.Length]}\n{batch}-{i}" }) },
                    ConsultationJson.Options);
                using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/consultation/batch-analysis") { Content = new ByteArrayContent(body) };
                request.Headers.Add("X-Bound-Key", ServingHost.Key());
                using HttpResponseMessage response = await http.SendAsync(request, end);
                accepted += response.StatusCode == HttpStatusCode.Accepted ? 1 : 0;
            }
        }
        catch (OperationCanceledException)
        {
            // The summaries have been asked for: the flood may end.
        }

        return accepted;
    }
}
