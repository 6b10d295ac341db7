using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Workflows.Monitor.Tests.Browser;

/// <summary>
/// A window of the browser. When it is closed it keeps a screenshot, and fails the test when the page reported an error, met its content security policy or opened a
/// dialog of the browser, which only injected script would do.
/// </summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    public Window(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _faults.Enqueue("script: " + error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _faults.Enqueue("console: " + message.Text);
            }
        };
        page.Dialog += async (_, dialog) =>
        {
            _faults.Enqueue("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public ILocator Headline => Page.Locator(".blocked .headline");

    public ILocator Dialog => Page.Locator("dialog[open]");

    public ILocator Toast => Page.Locator(".toast");

    /// <summary>Goes to a page of the monitor.</summary>
    public Task GoAsync(string route) => Page.GotoAsync("/monitor/#/" + route);

    public ILocator Button(string name, bool exact = true) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = exact });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Tab(string name) => Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = name });

    /// <summary>A row of a table that shows a text.</summary>
    public ILocator Row(string text) => Page.Locator(".tr, tr").Filter(new LocatorFilterOptions { HasText = text });

    /// <summary>Chooses an operation on an instance; the dialog that asks is open then.</summary>
    public async Task OperateAsync(string label)
    {
        await Button("Operations").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = label }).ClickAsync();
        await SeenAsync(Dialog);
    }

    /// <summary>Presses the dialog's button and waits until it has done its work.</summary>
    public async Task ConfirmAsync(string button)
    {
        await Dialog.Locator("footer").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button }).ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    public static Task SeenAsync(ILocator what) => Assertions.Expect(what.First).ToBeVisibleAsync();

    public static Task SaysAsync(ILocator what, string text) => Assertions.Expect(what.First).ToContainTextAsync(text);

    public static Task GoneAsync(ILocator what) => Assertions.Expect(what).ToHaveCountAsync(0);

    /// <summary>Keeps a picture of the page with the results of the tests.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", "screens", name + ".png") });

    /// <summary>The page fits a laptop and a phone, and keeps a picture of each look.</summary>
    public async Task LooksAsync(string name)
    {
        PageViewportSizeResult size = Page.ViewportSize!;
        await FitsAsync();
        await PictureAsync(name + "-light");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PictureAsync(name + "-dark");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await Page.SetViewportSizeAsync(Chromium.PhoneWidth, Chromium.PhoneHeight);
        await FitsAsync();
        await PictureAsync(name + "-phone");
        await Page.SetViewportSizeAsync(size.Width, size.Height);
    }

    /// <summary>Nothing sticks out to the side: neither the page nor its scrolling part.</summary>
    public async Task FitsAsync()
    {
        int[] widths = await Page.EvaluateAsync<int[]>("() => [document.documentElement, document.querySelector('.scroll')].flatMap(e => [e.scrollWidth, e.clientWidth])");
        Assert.True(widths[0] <= widths[1] && widths[2] <= widths[3], $"The page is wider than its window: {string.Join(", ", widths)}.");
    }

    public async ValueTask DisposeAsync()
    {
        await PictureAsync($"{TestContext.Current.TestClass?.TestClassSimpleName}.{TestContext.Current.TestMethod?.MethodName}-{Guid.NewGuid():N}"[..^26]);
        await _context.CloseAsync();
        Assert.Empty(_faults);
    }
}
