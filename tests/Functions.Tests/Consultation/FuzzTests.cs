using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Workflows.Simulator.Models;
using Workflows.Simulator.Profiles;

namespace Workflows.Functions.Consultation;

/// <summary>10,000 bodies and keys that nobody should send, over the routes of the consultations. Alone: it leaves no processor to tests that run on a fast clock.</summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests
{
    private const int Requests = 10_000;
    private const int HugeEvery = 400;
    private const int AtOnce = 32;

    private static readonly HashSet<HttpStatusCode> Expected =
    [
        HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests,
    ];

    [Fact]
    public async Task Whatever_is_sent_is_answered_in_a_documented_shape_and_nothing_of_it_is_logged()
    {
        SpyLogs logs = new();
        ConcurrentDictionary<HttpStatusCode, int> counts = new();
        ConcurrentBag<string> signatures = [];
        ConcurrentBag<string> faults = [];
        await using (TestApp app = await ConsultationApp.StartAsync(timeScale: 2, logs, ("Consultations:CallbackHosts:0", "centerlink.api"), ("Consultations:MaxBatch", "3")))
        {
            foreach (SimulatorModel model in app.Simulator.Models.Values)
            {
                model.Update(profile => profile with { Latency = LatencyProfile.Fixed(0), Tasks = new Dictionary<string, TaskProfile>() });
            }

            using SocketsHttpHandler handler = new() { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
            using HttpClient http = new(handler) { BaseAddress = app.Http.BaseAddress };
            await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (number, stop) =>
            {
                Random random = new(number);
                string good = app.Key();
                signatures.Add(good.Split(':')[2]);
                using HttpRequestMessage request = Request(random, number, good);
                using HttpResponseMessage answer = await http.SendAsync(request, stop);
                counts.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                if (await FaultAsync(answer) is { } fault)
                {
                    faults.Add($"{number}: {(int)answer.StatusCode} {fault}");
                }
            });
        }

        Assert.Empty(faults.Order(StringComparer.Ordinal).Take(10));
        Assert.All([HttpStatusCode.OK, HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound], status => Assert.True(counts.ContainsKey(status), $"{status} was never answered."));
        Assert.Contains(logs.Lines, line => line.StartsWith("Debug ", StringComparison.Ordinal));
        HashSet<string> secrets = [.. signatures, FuzzedRequest.Mark, ConsultationApp.Secret, ConsultationApp.OtherSecret, "an older one of its secrets"];
        Assert.Empty(logs.Lines.Where(line => line.Contains(FuzzedRequest.Mark, StringComparison.Ordinal) || HasSecret(line, secrets)).Take(5));
    }

    private static HttpRequestMessage Request(Random random, int number, string good)
    {
        string key = FuzzedRequest.Key(random, good) ?? "";
        int route = random.Next(10);
        HttpRequestMessage request = route == 9
            ? new HttpRequestMessage(HttpMethod.Get, $"/api/v1/consultation/batches/BATCH-20260101-{random.Next(1_200):D3}")
            : new HttpRequestMessage(HttpMethod.Post, $"/api/v1/consultation/{(route < 5 ? "batch-analysis" : "quick-summary")}")
            {
                Content = new ByteArrayContent(number % HugeEvery == 0 ? FuzzedRequest.Huge(random, route < 5) : FuzzedRequest.Body(random, route < 5, good)),
            };
        if (key.Length > 0 || random.Next(2) == 0)
        {
            request.Headers.TryAddWithoutValidation("X-Bound-Key", key);
        }

        if (random.Next(5) == 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", random.Next(4) switch { 0 => "", 1 => new string('k', 300), _ => $"key {random.Next(20)}" });
        }

        return request;
    }

    /// <summary>What is wrong with an answer.</summary>
    private static async Task<string?> FaultAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!Expected.Contains(answer.StatusCode))
        {
            return "is none of the statuses: " + text;
        }

        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            return text == """{"error": "Invalid bound key"}""" ? null : "says more than that the key is wrong: " + text;
        }

        try
        {
            JsonElement body = JsonDocument.Parse(text).RootElement;
            bool isShaped = answer.StatusCode switch
            {
                HttpStatusCode.OK => body.TryGetProperty("status", out _),
                HttpStatusCode.Accepted => body.TryGetProperty("batch_id", out _),
                HttpStatusCode.BadRequest => body.GetProperty("errors").EnumerateObject().Count() == 1,
                _ => body.TryGetProperty("title", out _),
            };
            return isShaped && !text.Contains("Exception", StringComparison.Ordinal) ? null : "has not its shape: " + text;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"is not its JSON ({e.Message}): {text}";
        }
    }

    /// <summary>Signatures are looked up by every piece of a line that is as long as one.</summary>
    private static bool HasSecret(string line, HashSet<string> secrets)
    {
        if (line.Contains(ConsultationApp.Secret, StringComparison.Ordinal) || line.Contains(ConsultationApp.OtherSecret, StringComparison.Ordinal) || line.Contains("an older one of its secrets", StringComparison.Ordinal))
        {
            return true;
        }

        return line.Split([' ', ':', ',', '"', '[', ']', '=', '\n'], StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length == 64 && secrets.Contains(word));
    }
}
