using Microsoft.Playwright;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Results;

/// <summary>The workflows' results, made by the application with the simulator.</summary>
public sealed class ResultTests(Chromium chromium, WorkflowHost app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reviews_findings_stand_beside_the_lines_they_are_about()
    {
        string diff = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "order-discounts.diff"), Cancellation);
        string id = await app.StartAsync("reviews", new { diff, title = "Discounts <img src=x onerror=alert(1)>" });
        await using Window window = await chromium.OpenAsync(app, id, "timeline");
        await Window.SeenAsync(window.Page.Locator(".step"));
        await window.PictureAsync("review-timeline");

        await app.EndAsync(id);
        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".result"), "Simulated");
        await Window.SaysAsync(window.Page.Locator(".result h2"), "<img src=x onerror=alert(1)>");
        await Window.SeenAsync(window.Page.Locator(".diff .d-finding .finding"));
        await window.Page.Locator(".findings-list button").First.ClickAsync();
        await Assertions.Expect(window.Page.Locator(".finding:focus")).ToBeVisibleAsync();
        await window.LooksAsync("review");
    }

    [Fact]
    public async Task A_debate_has_three_columns_and_the_gates_verdict()
    {
        string id = await app.StartAsync("debates", new { goal = "Should the letters be scanned? <script>alert(1)</script>", evidence = new[] { new { id = "budget", text = "The budget pays half a position for the letters of the archive." } } });
        await app.EndAsync(id);
        await using Window window = await chromium.OpenAsync(app, id, "timeline");

        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".persona")).ToHaveCountAsync(3);
        await Window.SaysAsync(window.Page.Locator(".gate h2"), "The gate");
        await Window.SaysAsync(window.Page.Locator(".result"), "<script>alert(1)</script>");
        await Window.SeenAsync(window.Row("debate_start"));
        await window.LooksAsync("debate");
    }

    [Fact]
    public async Task Expressions_have_their_times()
    {
        string subtitles = "1\n00:00:01,000 --> 00:00:03,000\nI am looking forward to it.\n\n2\n00:00:04,000 --> 00:00:06,500\nCould you pick the tickets up on your way home?\n\n3\n00:00:07,000 --> 00:00:09,000\nIt is up to you, take your time.\n";
        string id = await app.StartAsync("expressions", new { subtitles });
        await app.EndAsync(id);
        await using Window window = await chromium.OpenAsync(app, id, "timeline");

        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".expressions td").First, "00:00:0");
        await window.LooksAsync("expressions");
    }

    [Fact]
    public async Task The_fleet_shows_every_pool_and_its_last_hour()
    {
        await using Window window = await chromium.OpenAsync(app.Http.BaseAddress!);
        await window.GoAsync("fleet");

        await Window.SaysAsync(window.Row("qwen3"), "of ");
        await Window.SaysAsync(window.Row("gptoss"), "simulated");
        await window.Button("Waiting").ClickAsync();
        await Assertions.Expect(window.Button("Waiting")).ToHaveAttributeAsync("aria-pressed", "true");
        await Window.SeenAsync(window.Page.Locator(".chart svg"));
        await window.PictureAsync("fleet");
    }
}
