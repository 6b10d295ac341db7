using System.Text.Json;
using Microsoft.Playwright;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Results;

/// <summary>A batch of consultations and each of them, as the application with the simulator makes them.</summary>
public sealed class ConsultationResultTests(Chromium chromium, WorkflowHost app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_is_a_table_that_fills_while_it_is_watched_and_each_row_opens()
    {
        string batch = await app.AnalyseAsync(await ConversationsAsync());
        string accepted = await app.InstanceAsync("AcceptBatch", batch);
        await using Window window = await chromium.OpenAsync(app, accepted, "result");

        await Window.SaysAsync(window.Page.Locator(".result h2"), batch);
        await Assertions.Expect(window.Page.Locator(".consultation")).ToHaveCountAsync(WorkflowHost.RunAt);
        await app.EndAsync(await app.InstanceAsync("FinishBatch", batch));
        await Window.SaysAsync(window.Page.Locator(".result"), "completed");
        await window.LooksAsync("batch");
        await window.Button("CL-1").ClickAsync();
        await Assertions.Expect(window.Button("CL-1")).ToHaveAttributeAsync("aria-expanded", "true");
        await Window.SaysAsync(window.Page.Locator(".parts"), "Customer");
        await Window.SaysAsync(window.Page.Locator(".parts"), "Keyword title");
        await window.LooksAsync("batch-open");
    }

    [Fact]
    public async Task A_consultation_stands_beside_its_conversation()
    {
        string batch = await app.AnalyseAsync(await ConversationsAsync());
        string analysed = await app.InstanceAsync("AnalyzeConsultation", batch);
        await app.EndAsync(analysed);
        await using Window window = await chromium.OpenAsync(app, analysed, "timeline");

        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".result h2"), "CL-0");
        await Window.SaysAsync(window.Page.Locator(".parts"), "Agent");
        await Window.SaysAsync(window.Page.Locator(".conversation .turn strong"), "고객");
        await Window.SaysAsync(window.Page.Locator(".conversation"), "인터넷 요금이 통장에서 두 번");
        await window.LooksAsync("consultation");
    }

    private static async Task<IReadOnlyList<string>> ConversationsAsync()
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "consultations.jsonl"), Cancellation);
        return [.. lines.Take(WorkflowHost.RunAt).Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("conversation_text").GetString()!)];
    }
}
