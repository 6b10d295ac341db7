using System.Diagnostics;
using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class LargeHistoryTests(Chromium chromium, MonitoredHost host)
{
    private const int People = 5_000;

    [Fact]
    public async Task A_history_of_ten_thousand_events_stays_responsive()
    {
        string id = await host.RunAsync("Survey", People);
        int events = (await host.AskAsync($"/instances/{id}/history?top=1")).GetProperty("total").GetInt32();
        Assert.True(events > 10_000, $"It has {events} events.");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/history");
        await Window.SeenAsync(window.Row("Started"));
        ILocator rows = window.Page.Locator(".history-table .tr");
        Assert.InRange(await rows.CountAsync(), 10, 100);

        Stopwatch watch = Stopwatch.StartNew();
        await window.Page.Locator("body").PressAsync("End");
        await Window.SaysAsync(rows.Last, "Ended");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"The last event came after {watch.Elapsed}.");
        Assert.InRange(await rows.CountAsync(), 10, 100);

        double longest = await LongestFrameAsync(window);
        TestContext.Current.TestOutputHelper?.WriteLine($"{events} events; longest frame while scrolling through all of them: {longest:F0} ms");
        Assert.True(longest < 1000, $"A frame took {longest:F0} ms.");

        await window.Tab("Timeline").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".timeline-head"), "5,000 of 5,000 steps");
        Assert.InRange(await window.Page.Locator(".step").CountAsync(), 1, 2_000);
        await window.PictureAsync("large-timeline");
    }

    /// <summary>Scrolls from the top to the bottom in 120 frames and tells the longest of them, in milliseconds.</summary>
    private static Task<double> LongestFrameAsync(Window window) => window.Page.EvaluateAsync<double>(
        """
        () => new Promise(done => {
          const scroll = document.querySelector('.scroll');
          let step = 0, longest = 0, last = performance.now();
          const frame = now => {
            if (step > 1) longest = Math.max(longest, now - last);
            last = now;
            scroll.scrollTop = (step / 120) * scroll.scrollHeight;
            if (++step > 120) done(longest); else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        })
        """);
}
