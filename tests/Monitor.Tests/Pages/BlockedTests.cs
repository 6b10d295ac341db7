using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class BlockedTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task A_parent_tells_what_its_child_waits_for()
    {
        string id = await host.StartAsync("Committee", "a bridge");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);

        await Window.SaysAsync(window.Headline, "Waits for the external event “approved”: somebody must raise it in " + id + ":approval");
        await Window.SaysAsync(window.Page.Locator(".blocked"), "when somebody raises the event");
        await window.Page.Locator(".blocked summary").ClickAsync();
        await Window.SeenAsync(window.Page.Locator(".chain-node").Nth(1));
        await window.PictureAsync("blocked");
        await window.Headline.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();

        await Window.SaysAsync(window.Page.Locator("h1"), id + ":approval");
    }

    [Fact]
    public async Task A_timer_tells_when_it_goes_on()
    {
        await using Window window = await chromium.OpenAsync(host, "instances");
        await Window.SeenAsync(window.Page.Locator(".filters"));
        string id = await host.StartAsync("Reminder", null);
        await window.GoAsync("instances/" + id);

        await Window.SaysAsync(window.Headline, "Waits for a timer");
        await Window.SaysAsync(window.Page.Locator(".blocked"), "in 24 hours");
    }

    [Fact]
    public async Task It_goes_on_before_the_readers_eyes()
    {
        string id = await host.StartAsync("Approval", "a boat");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await Window.SaysAsync(window.Headline, "approved");

        await host.Client.RaiseEventAsync(id, "approved", "yes", TestContext.Current.CancellationToken);

        await Window.SaysAsync(window.Headline, "It completed after");
    }
}
