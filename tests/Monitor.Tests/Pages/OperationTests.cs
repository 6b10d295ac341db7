using Microsoft.Playwright;
using Workflows.Durable.Client;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class OperationTests(Chromium chromium, MonitoredHost host)
{
    [Fact]
    public async Task An_event_is_raised_with_its_payload()
    {
        string id = await host.StartAsync("Approval", "a lamp");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);

        await window.OperateAsync("Raise an event");
        await window.Dialog.GetByLabel("Name of the event").FillAsync("approved");
        await window.Dialog.GetByLabel("Payload").FillAsync("not json");
        await window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Raise", Exact = true }).ClickAsync();
        await Window.SaysAsync(window.Dialog.GetByRole(AriaRole.Alert), "The payload is no JSON");
        await window.Dialog.GetByLabel("Payload").FillAsync("\"by Kim\"");
        await window.ConfirmAsync("Raise");

        await Window.SaysAsync(window.Headline, "It completed");
        Assert.Equal("draft of a lamp, by Kim", (await host.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task It_is_suspended_and_resumed()
    {
        string id = await host.StartAsync("Approval", "a rug");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);

        await window.OperateAsync("Suspend");
        await window.Dialog.GetByLabel("Reason").FillAsync("lunch");
        await window.ConfirmAsync("Suspend");
        await Window.SaysAsync(window.Headline, "somebody to resume it");
        await window.OperateAsync("Resume");
        await window.ConfirmAsync("Resume");

        await Window.SaysAsync(window.Headline, "the external event");
    }

    [Fact]
    public async Task It_is_terminated_restarted_and_purged()
    {
        string id = await host.StartAsync("Approval", "a fan");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);

        await window.OperateAsync("Terminate");
        await window.ConfirmAsync("Terminate");
        await Window.SaysAsync(window.Headline, "It was terminated");
        await window.OperateAsync("Restart");
        await window.ConfirmAsync("Restart");
        await window.Link("Open it").ClickAsync();
        await Assertions.Expect(window.Page.Locator("h1")).Not.ToContainTextAsync(id);
        await Window.SaysAsync(window.Headline, "approved");

        await window.GoAsync("instances/" + id);
        await Window.SaysAsync(window.Headline, "It was terminated");
        await window.OperateAsync("Purge");
        await window.ConfirmAsync("Purge");
        await Window.SeenAsync(window.Page.Locator(".filters"));
        Assert.Null(await host.Client.GetInstanceAsync(id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_that_failed_is_rewound()
    {
        string id = await host.RunAsync("Payment", "7 euros");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await Window.SaysAsync(window.Page.Locator(".blocked"), "The bank refuses 7 euros.");

        host.Desk.Accept("7 euros");
        await window.OperateAsync("Rewind");
        await window.ConfirmAsync("Rewind");

        await Window.SaysAsync(window.Headline, "It completed");
        await window.Tab("History").ClickAsync();
        await Window.SeenAsync(window.Page.GetByText("taken back").First);
    }

    [Fact]
    public async Task What_is_done_stands_in_the_audit_log()
    {
        string id = await host.StartAsync("Approval", "a vase");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await window.OperateAsync("Suspend");
        await window.Dialog.GetByLabel("Reason").FillAsync("a secret reason");
        await window.ConfirmAsync("Suspend");

        await window.GoAsync("audit?instance=" + id);

        await Window.SaysAsync(window.Row("suspend"), "✓");
        await Window.SaysAsync(window.Row("suspend"), id);
        await Assertions.Expect(window.Page.Locator("table")).Not.ToContainTextAsync("a secret reason");
        await window.PictureAsync("audit");
    }

    [Fact]
    public async Task A_refusal_is_told_and_the_dialog_stays()
    {
        string id = await host.StartAsync("Approval", "a gate");
        await using Window window = await chromium.OpenAsync(host, "instances/" + id);
        await window.OperateAsync("Suspend");
        await host.Client.TerminateInstanceAsync(id, TestContext.Current.CancellationToken);
        await host.EndAsync(id);

        await window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Suspend", Exact = true }).ClickAsync();

        await Window.SeenAsync(window.Dialog.GetByRole(AriaRole.Alert));
    }
}
