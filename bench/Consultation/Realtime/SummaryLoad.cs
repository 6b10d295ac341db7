using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Workflows.Bench.Consultation.Accuracy;
using Workflows.Bench.Consultation.Driving;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Realtime;

/// <summary>Asks for quick summaries at a steady rate, whether or not earlier ones were answered.</summary>
internal sealed class SummaryLoad : IDisposable
{
    /// <summary>An answer that comes later than this counts as none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly byte[][] _bodies;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    /// <param name="server">Whom to ask.</param>
    public SummaryLoad(Uri server)
    {
        _http = new HttpClient { BaseAddress = server, Timeout = Patience };
        _bodies = [.. LabelledDialogue.All().Select(dialogue => JsonSerializer.SerializeToUtf8Bytes(
            new { consultation_id = dialogue.Id, conversation_text = dialogue.Text, priority = "high" }, ConsultationJson.Options))];
    }

    /// <summary>The time since the beginning, on the clock of <see cref="SummaryReply.Due"/>.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>Asks for some time, and waits for the last answer.</summary>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="lasts">For how long requests are sent.</param>
    public async Task<IReadOnlyList<SummaryReply>> RunAsync(double perSecond, TimeSpan lasts)
    {
        TimeSpan begin = _clock.Elapsed;
        int count = (int)Math.Round(perSecond * lasts.TotalSeconds);
        Task<SummaryReply>[] replies = new Task<SummaryReply>[count];
        for (int i = 0; i < count; i++)
        {
            TimeSpan due = begin + TimeSpan.FromSeconds(i / perSecond);
            if (due - _clock.Elapsed is { TotalMilliseconds: > 1 } wait)
            {
                await Task.Delay(wait);
            }

            byte[] body = _bodies[i % _bodies.Length];
            replies[i] = Task.Run(() => AskAsync(body, due));
        }

        return await Task.WhenAll(replies);
    }

    public void Dispose() => _http.Dispose();

    private async Task<SummaryReply> AskAsync(byte[] body, TimeSpan due)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/consultation/quick-summary") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Bound-Key", ServingHost.Key());
        TimeSpan late = _clock.Elapsed - due;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request);
            byte[] answer = await response.Content.ReadAsByteArrayAsync();
            TimeSpan took = _clock.Elapsed - due;
            return new SummaryReply(due, late, took, (int)response.StatusCode, response.IsSuccessStatusCode && IsOfModel(answer));
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return new SummaryReply(due, late, _clock.Elapsed - due, 0, false);
        }
    }

    private static bool IsOfModel(byte[] answer)
    {
        using JsonDocument summary = JsonDocument.Parse(answer);
        return summary.RootElement.GetProperty("status").GetString() == "success";
    }
}
