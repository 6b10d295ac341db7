using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Host;
using Workflows.Runtime.Host.Queues;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>The queue as a front door of its own, for another system that puts messages there.</summary>
public abstract class QueueIngestionTests
{
    private protected abstract string? Connection { get; }

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_of_another_system_becomes_a_batch_of_one_that_is_called_back_however_often_it_comes()
    {
        await using CallbackHook hook = await CallbackHook.StartAsync();
        await using TestApp app = await StartAsync(("Consultations:RunAt", "1"));
        string message = JsonSerializer.Serialize(new
        {
            client_id = ConsultationApp.Client, consultation_id = "CL-77", conversation_text = "고객: 카드를 잃어버렸어요.\n상담사: 카드를 정지했습니다.", metadata = new { duration = 9 }, priority = "high", callback_url = hook.Url,
        });

        await SendAsync(app, message, message);
        (string delivery, string body) = await hook.NextAsync();
        await SendAsync(app, message, "{}");
        await Shelf(app).NextAsync();

        JsonElement report = JsonDocument.Parse(body).RootElement;
        Assert.Equal($"BATCH-{app.Time.GetUtcNow():yyyyMMdd}-001", delivery);
        Assert.Equal(delivery, report.GetProperty("batch_id").GetString());
        Assert.Equal("CL-77", Assert.Single(report.GetProperty("results").EnumerateArray()).GetProperty("consultation_id").GetString());
        Assert.False(hook.HasMore);
    }

    [Fact]
    public async Task A_message_that_cannot_be_used_is_put_aside_with_its_reason()
    {
        await using TestApp app = await StartAsync();
        Dictionary<string, string> bad = new()
        {
            ["no JSON at all"] = "message: ",
            ["[1]"] = "message: ",
            ["{\"\\udfff\":1}"] = "message: ",
            ["{}"] = "client_id: ",
            ["""{"client_id":"nobody","consultation_id":"1","conversation_text":"x"}"""] = "client_id: ",
            ["{\"client_id\":\"\\ud800\"}"] = "client_id: ",
            ["""{"client_id":"centerlink","conversation_text":"x"}"""] = "consultation_id: ",
            ["""{"client_id":"centerlink","consultation_id":"1"}"""] = "conversation_text: ",
            ["""{"client_id":"centerlink","consultation_id":"1","conversation_text":"x","callback_url":"https://elsewhere.api"}"""] = "callback_url: ",
            ["""{"client_id":"centerlink","consultation_id":"1","conversation_text":"x","priority":1}"""] = "priority: ",
            ["""{"batch_id":"7","index":0}"""] = "batch_id: ",
            ["{\"batch_id\":\"\\ud800\",\"index\":0}"] = "batch_id: ",
            ["""{"batch_id":"BATCH-20260101-001"}"""] = "index: ",
            ["""{"batch_id":"BATCH-20260101-001","index":-1}"""] = "index: ",
            ["""{"batch_id":"BATCH-20260101-001","index":1e30}"""] = "index: ",
        };

        await SendAsync(app, [.. bad.Keys]);

        Dictionary<string, string> aside = [];
        while (aside.Count < bad.Count)
        {
            JsonElement one = JsonDocument.Parse(await Shelf(app).NextAsync()).RootElement;
            aside[one.GetProperty("message").GetString()!] = one.GetProperty("reason").GetString()!;
        }

        Assert.Equal(bad.Keys.Order(StringComparer.Ordinal), aside.Keys.Order(StringComparer.Ordinal));
        Assert.All(bad, expected => Assert.StartsWith(expected.Value, aside[expected.Key], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bad_message_as_large_as_a_message_may_be_is_put_aside_as_far_as_it_fits()
    {
        await using TestApp app = await StartAsync();
        string korean = new('가', 16_000);
        string control = new('\u0001', 48_000);

        await SendAsync(app, korean, control);
        string[] aside = [await Shelf(app).NextAsync(), await Shelf(app).NextAsync()];

        Assert.All(aside, text => Assert.StartsWith("message: ", JsonDocument.Parse(text).RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.Contains(aside, text => text.Contains(korean[..8_000], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_of_a_batch_that_nobody_knows_does_nothing()
    {
        await using TestApp app = await StartAsync(("Consultations:RunAt", "1"));

        await SendAsync(app, """{"batch_id":"BATCH-20260101-777","index":0,"priority":"high"}""");
        using HttpResponseMessage accepted = await app.PostAsync("batch-analysis", new { consultations = new[] { new { consultation_id = "1", conversation_text = "고객: 안녕하세요." } } }, app.Key());

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await app.Client.WaitForInstanceStartAsync("analyze:1", getInputsAndOutputs: true, Stop);
        AnalysisRun run = (await app.Client.GetInstanceAsync("analyze:1", getInputsAndOutputs: true, Stop))!.ReadInputAs<AnalysisRun>()!;
        Assert.Equal((await accepted.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("batch_id").GetString(), Assert.Single(run.Consultations).BatchId);
    }

    private protected static async Task SendAsync(TestApp app, params string[] messages)
    {
        IHostQueues queues = app.Services.GetRequiredService<IHostQueues>();
        foreach (string message in messages)
        {
            await queues.SendAsync(ConsultationNames.Queue, message, cancellationToken: Stop);
        }
    }

    private protected Task<TestApp> StartAsync(params (string Key, string? Value)[] settings) => TestApp.StartAsync(timeScale: 2, builder =>
    {
        Dictionary<string, string?> all = new()
        {
            [$"Consultations:Clients:{ConsultationApp.Client}:Secrets:0"] = ConsultationApp.Secret,
            ["AzureWebJobsStorage"] = Connection,
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.5",
        };
        foreach ((string key, string? value) in (IEnumerable<(string, string?)>)[.. CallbackHook.Settings, .. settings])
        {
            all[key] = value;
        }

        builder.Configuration.AddInMemoryCollection(all);
        builder.Services.AddSingleton<PoisonShelf>();
        builder.ConfigureEmbeddedHost(options => options.Assemblies.Add(typeof(PoisonShelf).Assembly));
    });

    private static PoisonShelf Shelf(TestApp app) => app.Services.GetRequiredService<PoisonShelf>();
}
