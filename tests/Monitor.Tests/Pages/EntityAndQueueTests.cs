using Microsoft.Playwright;
using Workflows.Durable.Entities;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

public sealed class EntityAndQueueTests(Chromium chromium, MonitoredHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entity_is_listed_signalled_and_deleted()
    {
        string key = host.NewId("page");
        await host.Client.Entities.SignalEntityAsync(new EntityInstanceId(nameof(Notebook), key), "note", "first", null, Cancellation);
        await using Window window = await chromium.OpenAsync(host, "entities?idPrefix=@notebook@page");
        await window.Link($"@notebook@{key}").ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".payload"), "first");

        await window.Button("Signal…").ClickAsync();
        await window.Dialog.GetByLabel("Operation").FillAsync("note");
        await window.Dialog.GetByLabel("Input").FillAsync("\"second\"");
        await window.ConfirmAsync("Signal");
        await Window.SaysAsync(window.Page.Locator(".payload"), "second");
        await window.PictureAsync("entity");

        await window.Button("Delete…").ClickAsync();
        await window.ConfirmAsync("Delete");
        await Window.GoneAsync(window.Page.Locator(".payload"));
    }

    [Fact]
    public async Task Entities_are_cleaned()
    {
        await using Window window = await chromium.OpenAsync(host, "entities");

        await window.Button("Clean…").ClickAsync();
        Task told = Window.SeenAsync(window.Toast);
        await window.ConfirmAsync("Clean");

        await told;
    }

    [Fact]
    public async Task Poison_messages_are_read_sent_again_and_deleted()
    {
        await host.Queues.SendAsync("letters-poison", "{\"to\":\"nobody\"}", cancellationToken: Cancellation);
        await host.Queues.SendAsync("letters-poison", "{\"to\":\"somebody\"}", cancellationToken: Cancellation);
        await using Window window = await chromium.OpenAsync(host, "triggers");
        await Window.SaysAsync(window.Row("letters"), "2 messages");
        await Window.SaysAsync(window.Row("Sweep"), "0 0 3 * * *");
        await window.Row("letters").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "2 messages" }).ClickAsync();
        await Window.SaysAsync(window.Page.Locator(".messages"), "nobody");
        await window.PictureAsync("poison");

        host.Desk.RefusesMail = false;
        await window.Page.Locator(".messages > li", new PageLocatorOptions { HasText = "somebody" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Send again…" }).ClickAsync();
        await window.ConfirmAsync("Send again");
        await Assertions.Expect(window.Page.Locator(".messages > li")).ToHaveCountAsync(1);
        await window.Page.Locator(".messages > li").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Delete…" }).ClickAsync();
        await window.ConfirmAsync("Delete");

        await Window.SeenAsync(window.Page.GetByText("There is no message."));
        await Window.SaysAsync(window.Row("letters"), "0 messages");
    }
}
