using System.Diagnostics;
using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

/// <summary>Has a host of its own: so many activities would keep those of other tests waiting.</summary>
public sealed class LargeHistoryTests(Chromium chromium)
{
    private const int People = 5_000;
    private const int Frames = 120;
    private const int MostRows = 100;

    [Fact]
    public async Task A_history_of_ten_thousand_events_stays_responsive()
    {
        await using MonitoredHost host = await MonitoredHost.StartWithKeysAsync();
        string id = await host.RunAsync("Survey", People);
        int events = (await host.AskAsync($"/instances/{id}/history?top=1")).GetProperty("total").GetInt32();
        Assert.True(events > 10_000, $"It has {events} events.");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/history");
        await Window.SeenAsync(window.Row("Started"));
        ILocator rows = window.Page.Locator(".history-table .tr");
        Assert.InRange(await rows.CountAsync(), 10, MostRows);

        int requests = 0;
        window.Page.Request += (_, request) => requests += request.Url.Contains("/history?", StringComparison.Ordinal) ? 1 : 0;
        Stopwatch watch = Stopwatch.StartNew();
        await window.Page.Locator("body").PressAsync("End");
        await Window.SaysAsync(rows.Last, "Ended");
        double end = watch.Elapsed.TotalMilliseconds;
        Assert.InRange(await rows.CountAsync(), 10, MostRows);

        double[] scrolled = await ScrollThroughAsync(window);
        await Window.SaysAsync(rows.Last, "Ended");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{events} events; the last came after {end:F0} ms; scrolled through: {requests} requests, at most {scrolled[0]} rows in the page, longest frame {scrolled[1]:F0} ms");
        Assert.InRange(scrolled[0], 10, MostRows);
        Assert.InRange(requests, 1, Frames);

        await window.Tab("Timeline").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".timeline-head"), "5,000 of 5,000 steps");
        Assert.InRange(await window.Page.Locator(".step").CountAsync(), 1, 2_000);
        await window.PictureAsync("large-timeline");
    }

    /// <summary>Scrolls from the top to the bottom, a part in each frame, and tells the most rows that were in the page and the longest frame, in milliseconds.</summary>
    private static Task<double[]> ScrollThroughAsync(Window window) => window.Page.EvaluateAsync<double[]>(
        """
        frames => new Promise(done => {
          const scroll = document.querySelector('.scroll');
          let step = 0, most = 0, longest = 0, last = performance.now();
          const frame = now => {
            if (step > 1) longest = Math.max(longest, now - last);
            last = now;
            most = Math.max(most, document.querySelectorAll('.history-table .tr').length);
            scroll.scrollTop = (step / frames) * scroll.scrollHeight;
            if (++step > frames) done([most, longest]); else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        })
        """,
        Frames);
}
