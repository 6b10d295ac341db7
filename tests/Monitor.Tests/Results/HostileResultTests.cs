using System.Text.Json;
using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;
using Workflows.Orchestrations.Consultation;
using Workflows.Shared.Consultation;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Monitor.Tests.Results;

/// <summary><see cref="HostileTexts"/> in every field of the workflows' results: in reports that are made of nothing else, and through the application from its own routes on.</summary>
public sealed class HostileResultTests(Chromium chromium, StandInHost made, WorkflowHost app) : IClassFixture<StandInHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Everything => string.Join(' ', HostileTexts.All);

    [Theory]
    [MemberData(nameof(HostileTexts.Corpus), MemberType = typeof(HostileTexts))]
    public async Task Text_stays_text_in_every_field_of_every_result(string text)
    {
        string shown = HostileTexts.Visible(text);
        await using Window window = await chromium.OpenAsync(made.Address);

        await ShowAsync(await made.ShowAsync(ReviewNames.Orchestrator, new ReviewRequest { Diff = MadeReports.Diff(text), Title = text }, MadeReports.Review(text)));
        foreach (string field in new[] { ".result h2", ".result .prose", ".d-hunk", ".d-add", ".d-del", ".d-finding .finding strong", ".finding .code", ".finding .chip", ".file header code", ".findings-list" })
        {
            await Window.SaysAsync(window.Page.Locator(field), shown);
        }

        await ShowAsync(await made.ShowAsync(DebateNames.Orchestrator, new DebateRequest { Goal = text, Plan = text }, MadeReports.Debate(text), MadeReports.DebateProgress(text)));
        foreach (string field in new[] { ".result h2", ".gate h2", ".gate li", ".persona .prose", ".persona .bad", ".claims li", "blockquote", "cite", ".wide-table code" })
        {
            await Window.SaysAsync(window.Page.Locator(field), shown);
        }

        await ShowAsync(await made.ShowAsync(ExpressionNames.Orchestrator, new { }, MadeReports.Expressions(text)));
        await Window.SaysAsync(window.Page.Locator(".expressions strong"), shown);
        await Window.SaysAsync(window.Page.Locator(".texts li"), shown);

        await ShowAsync(await made.ShowAsync(InterviewNames.Orchestrator, new { }, MadeReports.Interview(text)));
        foreach (string field in new[] { ".result h2", ".stage h3", ".asked p", ".answered p", ".analysis p", ".analysis li", ".stage-marks" })
        {
            await Window.SaysAsync(window.Page.Locator(field), shown);
        }

        await ShowAsync(await made.ShowAsync(InterviewNames.Orchestrator, new { }, status: MadeReports.InterviewProgress(text)));
        await Window.SaysAsync(window.Page.Locator(".asked p"), shown);

        string batch = await BatchAsync(text);
        await ShowAsync(await made.ShowAsync(ConsultationNames.AnalyzeConsultation, new ConsultationWork { BatchId = batch, Index = 0, AcceptedAt = DateTimeOffset.UnixEpoch }));
        foreach (string field in new[] { ".result h2", ".parts", ".keywords .chip", ".conversation .turn:nth-child(2) p" })
        {
            await Window.SaysAsync(window.Page.Locator(field), shown);
        }

        await ShowAsync(await made.ShowAsync(ConsultationNames.FinishBatch, batch));
        await Window.SaysAsync(window.Page.Locator(".consultation .bad"), shown);
        await window.Page.Locator(".consultation button").First.ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".opened"), shown);
        await HostileTexts.BecameNothingAsync(window);

        async Task ShowAsync(string id)
        {
            if (window.Page.Url.Contains('#', StringComparison.Ordinal))
            {
                await HostileTexts.BecameNothingAsync(window);
            }

            await window.GoAsync($"instances/{id}/result");
            await Window.SaysAsync(window.Page.Locator("h1"), id);
            await Window.SeenAsync(window.Page.Locator(".result"));
            await window.FitsAsync();
        }
    }

    [Fact]
    public async Task Everything_hostile_goes_through_a_review_as_text()
    {
        string diff = string.Concat(HostileTexts.All.Select((text, index) =>
            $"diff --git a/src/{index}.cs b/src/{index}.cs\n--- a/src/{index}.cs\n+++ b/src/{index}.cs\n@@ -1,2 +1,3 @@ {text}\n // {text}\n-var old = \"{text}\";\n+var password = \"hunter2 {text}\";\n+// {text}\n"));
        await using Window window = await ReadAsync(await app.StartAsync("reviews", new { diff, title = Everything, description = Everything }));

        await Assertions.Expect(window.Page.Locator(".file")).ToHaveCountAsync(HostileTexts.All.Count);
        await Window.SaysAsync(window.Page.Locator(".d-add"), HostileTexts.All[0]);
    }

    [Fact]
    public async Task Everything_hostile_goes_through_a_debate_as_text()
    {
        object[] evidence = [.. HostileTexts.All.Select((text, index) => new { id = $"e{index}", title = text, text = $"The budget pays for {text}." })];
        await using Window window = await ReadAsync(await app.StartAsync("debates", new { goal = Everything, plan = Everything, context = Everything, evidence }));

        await Window.SaysAsync(window.Page.Locator(".result h2"), HostileTexts.All[0]);
        await Assertions.Expect(window.Page.Locator(".persona")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Everything_hostile_goes_through_an_interview_as_text()
    {
        string id = await app.StartAsync("interviews", new { role = HostileTexts.All[0], stages = HostileTexts.All.Take(3), job_description = Everything, resume = Everything });
        await app.HoldAsync(id, number => $"{HostileTexts.All[number % HostileTexts.All.Count]} {Everything}");
        await using Window window = await ReadAsync(id);

        await Window.SaysAsync(window.Page.Locator(".result h2"), HostileTexts.All[0]);
        await Window.SaysAsync(window.Page.Locator(".stage h3"), HostileTexts.All[0]);
        await Window.SaysAsync(window.Page.Locator(".answered p"), HostileTexts.All[1]);
    }

    [Fact]
    public async Task Everything_hostile_goes_through_expressions_as_text()
    {
        string subtitles = string.Concat(HostileTexts.All.Select((text, index) => $"{index + 1}\n00:00:{index:00},000 --> 00:00:{index:00},900\nI am looking forward to {text}\n\n"));
        await using Window window = await ReadAsync(await app.StartAsync("expressions", new { subtitles }));

        await Window.SeenAsync(window.Page.Locator(".expressions td"));
    }

    [Fact]
    public async Task Everything_hostile_goes_through_consultations_as_text()
    {
        string batch = await app.AnalyseAsync(HostileTexts.All.Take(WorkflowHost.RunAt).Select(text => $"Customer: My card was charged twice for {text}.\nAgent: I have refunded {text}, and {Everything}"));
        string analysed = await app.InstanceAsync("AnalyzeConsultation", batch);
        await using Window window = await ReadAsync(analysed);

        await Window.SaysAsync(window.Page.Locator(".conversation .turn"), HostileTexts.All[0]);
        string finished = await app.InstanceAsync("FinishBatch", batch);
        await app.EndAsync(finished);
        await window.GoAsync($"instances/{Uri.EscapeDataString(finished)}/result");
        await Assertions.Expect(window.Page.Locator(".consultation")).ToHaveCountAsync(WorkflowHost.RunAt);
        await window.Page.Locator(".consultation button").First.ClickAsync();
        await HostileTexts.BecameNothingAsync(window);
    }

    /// <summary>A batch of one consultation that was analysed and one that was not.</summary>
    private async Task<string> BatchAsync(string text)
    {
        string id = $"BATCH-20260102-{HostileTexts.All.ToList().IndexOf(text) + 100}";
        await KeepAsync(ContentKeys.Item(id, 0), new ConsultationItem { ConsultationId = text, ConversationText = $"{text}\nCustomer: {text}\nAgent: {text}" });
        await KeepAsync(ContentKeys.Result(id, 0), MadeReports.Consultation(text));
        await KeepAsync(ContentKeys.Callback(id), MadeReports.Batch(id, text));
        await made.Client.Entities.SignalEntityAsync(ConsultationBatch.IdOf(id), "keep", MadeReports.BatchState, null, Cancellation);
        while (await made.Client.Entities.GetEntityAsync(ConsultationBatch.IdOf(id), Cancellation) is null)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        return id;
    }

    private Task KeepAsync<T>(string key, T content) => made.Store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(content, ConsultationJson.Options), Cancellation);

    /// <summary>A window at a result, once there is one.</summary>
    private async Task<Window> ReadAsync(string id)
    {
        await app.EndAsync(id);
        Window window = await chromium.OpenAsync(app, id, "timeline");
        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Window.SeenAsync(window.Page.Locator(".result"));
        await HostileTexts.BecameNothingAsync(window);
        await window.FitsAsync();
        return window;
    }
}
