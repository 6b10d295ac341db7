using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Bench.Consultation.Batches;

/// <summary>Sends batches and messages, many of them twice, and what cannot be used among them. What a dying host did not answer is sent again, as every client would.</summary>
internal sealed class Sender(HostUnderTest host, string client, string callback, int seed) : IDisposable
{
    private const int AtOnce = 4;
    private const double Twice = 0.5;

    /// <summary>Each can be told from the others by its end.</summary>
    private static readonly string[] Unusable =
    [
        "no JSON at all (bad-00)",
        """["bad-01"]""",
        """{"client_id":"nobody","consultation_id":"bad-02","conversation_text":"고객: 여보세요?"}""",
        """{"consultation_id":"bad-03","conversation_text":"고객: 여보세요?"}""",
        """{"client_id":"bench","consultation_id":"bad-04"}""",
        """{"client_id":"bench","consultation_id":"bad-05","conversation_text":"   "}""",
        """{"client_id":"bench","conversation_text":"고객: 여보세요? bad-06"}""",
        """{"client_id":"bench","consultation_id":"bad-07","conversation_text":"고객: 여보세요?","callback_url":"https://elsewhere.example/"}""",
        """{"client_id":"bench","consultation_id":"bad-08","conversation_text":"고객: 여보세요?","metadata":[1]}""",
        """{"client_id":"bench","consultation_id":"bad-09","conversation_text":"고객: 여보세요?","priority":"now"}""",
        """{"batch_id":"bad-10","index":0}""",
        """{"batch_id":"BATCH-20260101-001","note":"bad-11"}""",
        """{"batch_id":"BATCH-20260101-001","index":-1,"note":"bad-12"}""",
        """{"batch_id":12,"index":0,"note":"bad-13"}""",
    ];

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private readonly Random _random = new(seed);
    private readonly ConcurrentBag<string> _messages = [];
    private int _batchesAgain;
    private int _messagesAgain;

    /// <summary>Batches that were sent once more.</summary>
    public int BatchesAgain => _batchesAgain;

    /// <summary>Messages that were put once more.</summary>
    public int MessagesAgain => _messagesAgain;

    /// <summary>The marks of the messages that cannot be used.</summary>
    public IReadOnlyList<string> Bad { get; } = [.. Unusable.Select((_, i) => FormattableString.Invariant($"bad-{i:D2}"))];

    /// <summary>Sends all, in a random order.</summary>
    public async Task SendAsync(IReadOnlyList<SentBatch> batches)
    {
        List<Func<Task>> work = [.. Unusable.Select(Func<Task> (message) => () => host.SendAsync(message))];
        foreach (SentBatch batch in batches)
        {
            work.Add(() => SendAsync(batch));
            if (_random.NextDouble() < Twice)
            {
                work.Add(() => SendAgainAsync(batch));
            }
        }

        Func<Task>[] shuffled = [.. work];
        _random.Shuffle(shuffled);
        await Parallel.ForEachAsync(shuffled, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (task, _) => await task());
    }

    /// <summary>Puts messages of consultations once more that have long been taken in.</summary>
    public async Task RepeatAsync()
    {
        foreach (string message in _messages)
        {
            _messagesAgain++;
            await host.SendAsync(message);
        }
    }

    public void Dispose() => _http.Dispose();

    private Task SendAgainAsync(SentBatch batch)
    {
        Interlocked.Increment(ref batch.OnQueue ? ref _messagesAgain : ref _batchesAgain);
        return SendAsync(batch);
    }

    private async Task SendAsync(SentBatch batch)
    {
        string text = batch.Text(client, callback);
        if (batch.OnQueue)
        {
            await host.SendAsync(text);
            return;
        }

        string id = await PostAsync(text);
        lock (batch.Answered)
        {
            batch.Answered.Add(id);
        }

        // Another delivery of a message, at once and later: a queue promises no more.
        string message = JsonSerializer.Serialize(new ConsultationMessage { BatchId = id, Index = batch.First % batch.Count }, ConsultationJson.Options);
        _messages.Add(message);
        Interlocked.Increment(ref _messagesAgain);
        await host.SendAsync(message);
    }

    private async Task<string> PostAsync(string body)
    {
        while (true)
        {
            try
            {
                using HttpRequestMessage request = new(HttpMethod.Post, new Uri(host.Address, "/api/v1/consultation/batch-analysis")) { Content = new StringContent(body, Encoding.UTF8) };
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                request.Headers.Add("X-Bound-Key", await host.KeyAsync(client));
                using HttpResponseMessage response = await _http.SendAsync(request);
                if (response.StatusCode == HttpStatusCode.Accepted)
                {
                    using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                    return answer.RootElement.GetProperty("batch_id").GetString()!;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                // The host died before it answered.
            }

            await Task.Delay(100);
        }
    }
}
