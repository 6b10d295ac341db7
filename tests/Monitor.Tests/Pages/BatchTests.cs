using Microsoft.Playwright;
using Workflows.Durable.Client;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class BatchTests(Chromium chromium, MonitoredHost host)
{
    /// <summary>So long somebody may be looking elsewhere, in milliseconds.</summary>
    private const int Minute = 60_000;

    [Fact]
    public async Task All_that_fit_the_filters_are_terminated_after_a_preview()
    {
        string id = host.NewId("batch");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => host.StartAsync("Reminder", null, $"{id}-{number}")));
        await host.RunAsync("Greeting", "Ada", id + "-done");
        await using Window window = await chromium.OpenAsync(host.Address);
        await window.Page.Clock.InstallAsync();
        await window.GoAsync("instances?idPrefix=" + id);
        await Window.SeenAsync(window.Row(id + "-done"));

        await window.Button("Terminate").ClickAsync();
        await Window.SaysAsync(window.Dialog, "3 of 4 instances are in a state that allows it");
        await window.PictureAsync("batch-preview");
        await window.ConfirmAsync("Terminate 3 instances");
        await Window.SaysAsync(window.Toast, "3 instances under way");
        await window.Page.Clock.FastForwardAsync(Minute);
        await window.Link("Watch it").ClickAsync();

        await Window.SaysAsync(window.Row("terminate"), "✓ Done");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.EndAsync(id + "-2")).RuntimeStatus);
    }

    [Fact]
    public async Task Those_that_are_selected_are_suspended_resumed_and_purged()
    {
        string id = host.NewId("selected");
        await host.StartAsync("Approval", "x", id + "-1");
        await host.StartAsync("Approval", "x", id + "-2");
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await window.Page.GetByLabel("Select " + id + "-1").CheckAsync();

        await window.Button("Suspend").ClickAsync();
        await window.ConfirmAsync("Suspend 1 instance");
        await Window.SaysAsync(window.Row(id + "-1"), "Suspended");
        await Window.SaysAsync(window.Row(id + "-2"), "Running");

        await window.Page.GetByLabel("Select " + id + "-1").CheckAsync();
        await window.Button("Resume").ClickAsync();
        await window.ConfirmAsync("Resume 1 instance");
        await Window.SaysAsync(window.Row(id + "-1"), "Running");

        await window.Page.GetByLabel("Select all that are shown").CheckAsync();
        await window.Button("Terminate").ClickAsync();
        await window.ConfirmAsync("Terminate 2 instances");
        await Window.SaysAsync(window.Row(id + "-2"), "Terminated");
        await Window.SaysAsync(window.Row(id + "-1"), "Terminated");

        await window.Button("Purge").ClickAsync();
        await window.ConfirmAsync("Purge 2 instances");
        await Window.SeenAsync(window.Page.GetByText("No instance fits these filters."));
    }

    [Fact]
    public async Task What_cannot_be_done_with_any_is_not_offered()
    {
        string id = await host.RunAsync("Greeting", "Ada", host.NewId("done"));
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + id);
        await Window.SeenAsync(window.Row(id));

        await window.Button("Resume").ClickAsync();

        await Window.SaysAsync(window.Dialog, "0 of 1 instance");
        await Assertions.Expect(window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Resume 0 instances" })).ToBeDisabledAsync();
    }
}
