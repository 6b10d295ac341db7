using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class LookTests(Chromium chromium, MonitoredHost host)
{
    [Theory]
    [InlineData("Light")]
    [InlineData("Dark")]
    [InlineData("Phone")]
    public async Task Every_page_fits_its_window(string name)
    {
        Look look = Enum.Parse<Look>(name);
        string id = await host.StartAsync("Approval", "a very long subject, of the kind that people write who have much to say");
        string failed = await host.RunAsync("Payment", "3 euros");
        await using Window window = await chromium.OpenAsync(host, "instances", look);
        string[] pages =
        [
            "instances", $"instances/{id}/timeline", $"instances/{failed}/history", $"instances/{failed}/data", $"instances/{id}/tree", $"instances/{id}/sequence",
            "start/Greeting", "batches", "entities", "triggers", "audit", "fleet",
        ];
        foreach (string page in pages)
        {
            await window.GoAsync(page);
            await Window.SeenAsync(window.Page.Locator("main h1"));
            await Window.GoneAsync(window.Page.Locator("main .spinner"));
            await window.FitsAsync();
            await window.PictureAsync($"{name.ToLowerInvariant()}-{page.Replace('/', '-').Replace(id, "waiting", StringComparison.Ordinal).Replace(failed, "failed", StringComparison.Ordinal)}");
        }
    }

    [Fact]
    public async Task Colours_follow_the_system_until_somebody_chooses()
    {
        await using Window window = await chromium.OpenAsync(host, "instances", Look.Dark);
        Task<string> BackgroundAsync() => window.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
        await Window.SeenAsync(window.Page.Locator(".filters"));
        string dark = await BackgroundAsync();

        await window.Button("Colours: as the system").ClickAsync();
        string light = await BackgroundAsync();
        await window.Page.ReloadAsync();
        await Window.SeenAsync(window.Button("Colours: light"));

        Assert.NotEqual(dark, light);
        Assert.Equal(light, await BackgroundAsync());
    }

    [Fact]
    public async Task Shortcuts_move_open_and_are_told()
    {
        string id = host.NewId("keys");
        await host.RunAsync("Greeting", "Ada", id);
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await Window.SeenAsync(window.Row(id));
        ILocator body = window.Page.Locator("body");

        await body.PressAsync("?");
        await Window.SaysAsync(window.Dialog, "Next instance");
        await window.PictureAsync("help");
        await window.Page.Keyboard.PressAsync("Escape");
        await Window.GoneAsync(window.Dialog);
        await body.PressAsync("j");
        await body.PressAsync("Enter");
        await Window.SaysAsync(window.Page.Locator("h1"), id);
        await body.PressAsync("2");
        await Window.SeenAsync(window.Page.Locator(".history-table"));
        await PressAtOnceAsync(window, "g", "e");

        await Window.SaysAsync(window.Page.Locator("h1"), "Entities");
    }

    [Fact]
    public async Task Everything_is_reached_by_the_tab_key_and_shows_where_the_focus_is()
    {
        string id = await host.StartAsync("Approval", "a door");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await Window.SaysAsync(window.Headline, "approved");
        await Window.SeenAsync(window.Page.Locator(".step.kind-activity.is-completed"));
        HashSet<string> reached = [];
        for (int step = 0; step < 40; step++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            string[] focus = await window.Page.EvaluateAsync<string[]>(
                "() => { const e = document.activeElement; return e === document.body ? [] : [e.getAttribute('aria-label') ?? e.textContent.trim(), getComputedStyle(e).outlineStyle]; }");
            if (focus.Length == 0)
            {
                break;
            }

            Assert.True(focus[1] != "none", $"The focus on “{focus[0]}” is not seen.");
            reached.Add(focus[0]);
        }

        Assert.Contains("Operations", reached);
        Assert.Contains("Zoom in", reached);
        Assert.Contains(reached, name => name.StartsWith("Write: activity, completed", StringComparison.Ordinal));
    }

    /// <summary>Presses keys without a pause: those of a shortcut of two must follow each other soon.</summary>
    private static Task PressAtOnceAsync(Window window, params string[] keys) => window.Page.EvaluateAsync(
        "keys => keys.forEach(key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))", keys);
}
