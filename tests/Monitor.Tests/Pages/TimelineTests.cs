using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class TimelineTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task Every_step_has_a_bar_that_opens_with_what_went_in_and_out()
    {
        string id = await host.RunAsync("Greeting", "Ada");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/timeline");

        await window.Page.Locator(".step").First.ClickAsync();

        await Window.SaysAsync(window.Dialog, "Write (activity)");
        await Window.SaysAsync(window.Dialog.Locator(".payload").First, "Hello Ada");
        await window.PictureAsync("step");
        await window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Show in the history" }).ClickAsync();
        await Window.SaysAsync(window.Dialog, "Activity called");
    }

    [Fact]
    public async Task Attempts_are_shown_within_their_step()
    {
        string id = await host.RunAsync("Payment", "9 euros");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/timeline");

        await Window.SeenAsync(window.Page.Locator(".step .attempt").Nth(1));
        await Assertions.Expect(window.Page.Locator(".step.is-failed")).ToHaveCountAsync(1);
        await window.Page.Locator(".step.is-failed").ClickAsync();

        await Window.SaysAsync(window.Dialog, "The bank refuses 9 euros.");
    }

    [Fact]
    public async Task It_is_zoomed_by_buttons_keys_and_the_wheel()
    {
        string id = await host.RunAsync("Family", 3);
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/timeline");
        ILocator part = window.Page.Locator(".overview .window");
        await Window.SeenAsync(part);
        async Task<double> WidthAsync() => (await part.BoundingBoxAsync())!.Width;
        double whole = await WidthAsync();

        await window.Button("Zoom in").ClickAsync();
        await Assertions.Expect(window.Button("All")).ToBeEnabledAsync();
        double once = await WidthAsync();
        await window.Page.Locator("body").PressAsync("+");
        await Assertions.Expect(window.Page.Locator(".overview")).ToBeVisibleAsync();
        double twice = await WidthAsync();
        await window.Page.Locator("body").PressAsync("0");
        await Assertions.Expect(window.Button("All")).ToBeDisabledAsync();

        Assert.True(twice < once && once < whole, $"{whole}, {once}, {twice}");
    }

    [Fact]
    public async Task The_tree_shows_parents_and_children()
    {
        string id = await host.RunAsync("Family", 3);
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}:2/tree");

        await Window.SeenAsync(window.Page.Locator("[role=tree]").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = id, Exact = true }));
        await window.Page.Locator("[role=tree]").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = id, Exact = true }).ClickAsync();
        await window.Tab("Tree").ClickAsync();
        await Window.SeenAsync(window.Page.Locator("[role=tree]").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = id + ":3", Exact = true }));
    }

    [Fact]
    public async Task The_sequence_shows_who_spoke_to_whom()
    {
        string id = await host.RunAsync("Payment", "5 euros");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/sequence");

        await Window.SaysAsync(window.Page.Locator(".heads"), "Pay");
        await Window.SeenAsync(window.Page.Locator(".message.bad"));
        await window.PictureAsync("sequence");
    }

    [Fact]
    public async Task The_history_is_downloaded_as_json()
    {
        string id = await host.RunAsync("Greeting", "Ada");
        await using Window window = await chromium.OpenAsync(host, $"instances/{id}/timeline");

        IDownload download = await window.Page.RunAndWaitForDownloadAsync(() => window.Link("History as JSON").ClickAsync());

        await using Stream content = await download.CreateReadStreamAsync();
        using System.Text.Json.JsonDocument document = await System.Text.Json.JsonDocument.ParseAsync(content, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("Hello Ada", document.RootElement.ToString(), StringComparison.Ordinal);
    }
}
