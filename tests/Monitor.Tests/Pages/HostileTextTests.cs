using Microsoft.Playwright;
using Workflows.Durable.Entities;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

/// <summary><see cref="HostileTexts"/> in every field of every page; those of the workflows' results are in <see cref="Results.HostileResultTests"/>.</summary>
public sealed class HostileTextTests(Chromium chromium, MonitoredHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(HostileTexts.Corpus), MemberType = typeof(HostileTexts))]
    public async Task Text_stays_text_in_every_field(string text)
    {
        string id = $"{host.NewId("hostile")} {text}";
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", text, new Durable.StartOrchestrationOptions(id) { Tags = new Dictionary<string, string> { [text] = text } }, Cancellation);
        await host.Client.RaiseEventAsync(id, text, text, Cancellation);
        await host.EndAsync(id);
        await host.Client.Entities.SignalEntityAsync(new EntityInstanceId(nameof(Notebook), text), "note", text, null, Cancellation);
        await host.Queues.SendAsync("parcels-poison", text, cancellationToken: Cancellation);
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + Uri.EscapeDataString(id));
        string shown = HostileTexts.Visible(text);

        await Window.SaysAsync(window.Page.Locator(".tr .c-id"), shown);
        string instance = "instances/" + Uri.EscapeDataString(id);
        await window.GoAsync(instance + "/data");
        await Window.SaysAsync(window.Page.Locator("h1"), shown);
        await Window.SaysAsync(window.Page.Locator(".facts-line"), shown);
        await Window.SaysAsync(window.Page.Locator(".failure"), shown);
        foreach (string tab in new[] { "Timeline", "History", "Tree", "Sequence" })
        {
            await window.Tab(tab).ClickAsync();
            await Window.SeenAsync(window.Page.Locator("[role=tabpanel] .card, [role=tabpanel] .table"));
        }

        await window.GoAsync("entities/" + Uri.EscapeDataString("@notebook@" + text));
        await Window.SaysAsync(window.Page.Locator("h1"), shown);
        await Window.SaysAsync(window.Page.Locator(".payload"), shown);
        await window.GoAsync("triggers/parcels-poison");
        await Window.SaysAsync(window.Page.Locator(".messages"), shown);
        await window.GoAsync("instances?text=" + Uri.EscapeDataString(text) + "&tag=" + Uri.EscapeDataString(text) + "&name=" + Uri.EscapeDataString(text));
        await Window.SeenAsync(window.Page.Locator(".chips .chip"));
        await window.GoAsync("audit?who=" + Uri.EscapeDataString(text));
        await Window.SeenAsync(window.Page.Locator("main h1"));

        await HostileTexts.BecameNothingAsync(window);
    }
}
