using Microsoft.Playwright;
using Workflows.Durable.Entities;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Browser;

namespace Workflows.Monitor.Tests.Pages;

/// <summary>What must stay text in every field, whatever it looks like. A window that runs any of it opens a dialog, and fails its test.</summary>
public sealed class HostileTextTests(Chromium chromium, MonitoredHost host)
{
    /// <summary>Texts that would run as script where they are taken for markup, an address or a template.</summary>
    public static TheoryData<string> Corpus { get; } =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "\"><svg onload=alert(3)>",
        "' onmouseover='alert(4)' autofocus onfocus='alert(4)",
        "javascript:alert(5)",
        "</textarea><script>alert(6)</script>",
        "{{constructor.constructor('alert(7)')()}}${alert(7)}",
        "<iframe srcdoc=\"<script>parent.alert(8)</script>\">",
        "</title><style>*{display:none}</style>",
        "\u202Etxt.exe\u2066\u200B<b>",
        "<a href=data:text/html,<script>alert(9)</script>>x</a>",
        "&lt;img src=x onerror=alert(10)&gt;",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Text_stays_text_in_every_field(string text)
    {
        string id = $"{host.NewId("hostile")} {text}";
        await host.Client.ScheduleNewOrchestrationInstanceAsync("Echo", text, new Durable.StartOrchestrationOptions(id) { Tags = new Dictionary<string, string> { [text] = text } }, Cancellation);
        await host.Client.RaiseEventAsync(id, text, text, Cancellation);
        await host.EndAsync(id);
        await host.Client.Entities.SignalEntityAsync(new EntityInstanceId(nameof(Notebook), text), "note", text, null, Cancellation);
        await host.Queues.SendAsync("letters-poison", text, cancellationToken: Cancellation);
        await using Window window = await chromium.OpenAsync(host, "instances?idPrefix=" + Uri.EscapeDataString(id));
        string shown = Visible(text);

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
        await window.GoAsync("triggers/letters-poison");
        await Window.SaysAsync(window.Page.Locator(".messages"), shown);
        await window.GoAsync("instances?text=" + Uri.EscapeDataString(text) + "&tag=" + Uri.EscapeDataString(text) + "&name=" + Uri.EscapeDataString(text));
        await Window.SeenAsync(window.Page.Locator(".chips .chip"));
        await window.GoAsync("audit?who=" + Uri.EscapeDataString(text));
        await Window.SeenAsync(window.Page.Locator("main h1"));

        Assert.Equal(0, await window.Page.Locator("main script, main iframe, main style, main img, main a[href^='javascript' i], main a[href^=data]").CountAsync());
    }

    /// <summary>The text as the page shows it: what hides or reorders letters is written out.</summary>
    private static string Visible(string text) =>
        string.Concat(text.Select(letter => letter is '\u202E' or '\u2066' or '\u200B' ? $"\\u{(int)letter:x4}" : letter.ToString()));
}
