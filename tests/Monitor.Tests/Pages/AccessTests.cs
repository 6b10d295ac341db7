using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class AccessTests(Chromium chromium)
{
    private const string ViewersKey = "a key of viewers alone";
    private const string OperatorsKey = "a key of operators alone";

    [Fact]
    public async Task A_viewer_logs_in_and_sees_no_operation()
    {
        await using MonitoredHost host = await MonitoredHost.StartWithKeysAsync(("monitor_viewer", ViewersKey), ("monitor_operator", OperatorsKey));
        string id = await host.StartAsync("Approval", "a wall");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await window.PictureAsync("login");
        await LogInAsync(window, "a wrong key, long enough");
        await Window.SaysAsync(window.Page.GetByRole(AriaRole.Alert), "This key opens nothing here.");
        await LogInAsync(window, ViewersKey);

        await Window.SaysAsync(window.Headline, "approved");
        await Window.GoneAsync(window.Button("Operations"));
        await Window.GoneAsync(window.Link("Start"));
        await window.Page.Locator(".step.kind-activity.is-completed").First.ClickAsync();
        await Window.SeenAsync(window.Dialog);
        await Window.GoneAsync(window.Dialog.GetByText("Fork from here"));
        await window.Page.Keyboard.PressAsync("Escape");
        foreach (string page in new[] { "instances?idPrefix=" + id, "entities", "triggers", "start" })
        {
            await window.GoAsync(page);
            await Window.SeenAsync(window.Page.Locator("main h1, main .state"));
            await Window.GoneAsync(window.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Select", Exact = false }));
            await Window.GoneAsync(window.Page.Locator("main .button.danger, main .batchbar"));
        }

        await window.Button("Log out").ClickAsync();
        await Window.SeenAsync(window.Page.GetByLabel("Key", new PageGetByLabelOptions { Exact = true }));
    }

    [Fact]
    public async Task An_operator_logs_in_and_stands_in_the_audit_log_by_name()
    {
        await using MonitoredHost host = await MonitoredHost.StartWithKeysAsync(("monitor_operator", OperatorsKey));
        string id = await host.StartAsync("Approval", "a roof");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await LogInAsync(window, OperatorsKey, "Kim");

        await window.OperateAsync("Terminate");
        await window.ConfirmAsync("Terminate");
        await window.GoAsync("audit");

        await Window.SaysAsync(window.Row("terminate"), "Kim");
        await Window.SaysAsync(window.Row("login"), "Kim");
    }

    private static async Task LogInAsync(Window window, string key, string name = "")
    {
        await window.Page.Locator("input[name=key]").FillAsync(key);
        await window.Page.Locator("input[name=name]").FillAsync(name);
        await window.Button("Log in").ClickAsync();
    }
}
