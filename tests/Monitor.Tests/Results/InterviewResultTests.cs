using Microsoft.Playwright;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Results;

/// <summary>An interview, as the application with the simulator holds it.</summary>
public sealed class InterviewResultTests(Chromium chromium, WorkflowHost app)
{
    private const int Stages = 15;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transcript_has_every_question_with_its_answer_and_what_it_is_worth()
    {
        string text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "interview-answers.txt"), Cancellation);
        string[] answers = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string id = await app.StartAsync("interviews", new { role = "archivist" });
        await app.HoldAsync(id, number => answers[(number - 1) % answers.Length]);
        await using Window window = await chromium.OpenAsync(app, id, "timeline");

        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("Result").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".result h2"), "archivist");
        await Assertions.Expect(window.Page.Locator(".stage")).ToHaveCountAsync(Stages);
        await Window.SaysAsync(window.Page.Locator(".stage .answered"), "archive of a small museum");
        await Assertions.Expect(window.Page.Locator(".stage .asked p")).ToHaveCountAsync(Stages);
        await Assertions.Expect(window.Page.Locator(".stage .analysis")).ToHaveCountAsync(Stages);
        await window.LooksAsync("interview");
        await window.Page.Locator(".stage-marks button").Nth(4).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".stage:focus h3")).ToContainTextAsync("5.");
        await window.LooksAsync("interview-middle");
    }

    [Fact]
    public async Task One_that_is_under_way_shows_the_question_that_waits()
    {
        string id = await app.StartAsync("interviews", new { role = "archivist" });
        await using Window window = await chromium.OpenAsync(app, id, "result");

        await Window.SaysAsync(window.Page.Locator(".result h2"), "Interview");
        await Window.SaysAsync(window.Page.Locator(".stage h3"), "1. Self-introduction");
        await Window.SaysAsync(window.Page.Locator(".stage .asked p"), "introduce yourself");
        await Window.SaysAsync(window.Page.Locator(".stage .answered"), "answer");
        await window.LooksAsync("interview-open");
    }
}
