using Microsoft.Playwright;
using Workflows.Monitor.Tests.App;
using Workflows.Monitor.Tests.Results;

namespace Workflows.Monitor.Tests.Browser;

/// <summary>The system's Chromium, one for all tests. They are skipped, with what to do, where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>A phone's window.</summary>
    internal const int PhoneWidth = 375;

    /// <summary>A phone's window.</summary>
    internal const int PhoneHeight = 812;

    private const string Missing =
        "There is no Chromium: it is in Debian's package chromium, and test.sh installs it where it runs as root. CHROMIUM names another program.";

    private static readonly string[] Flags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _once = new(1);
    private readonly string _profile = Directory.CreateTempSubdirectory("workflows-chromium-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A window of its own, with cookies and memory of its own.</summary>
    /// <param name="address">The host.</param>
    /// <param name="look">Its size and colours.</param>
    internal async Task<Window> OpenAsync(Uri address, Look look = Look.Light)
    {
        IBrowser browser = await BrowserAsync();
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = look == Look.Phone ? new ViewportSize { Width = PhoneWidth, Height = PhoneHeight } : new ViewportSize { Width = 1366, Height = 820 },
            ColorScheme = look == Look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = look == Look.Phone,
            TimezoneId = "UTC",
            AcceptDownloads = true,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new Window(context, await context.NewPageAsync());
    }

    /// <summary>A window at one of the monitor's pages.</summary>
    internal async Task<Window> OpenAsync(MonitoredHost host, string route, Look look = Look.Light)
    {
        Window window = await OpenAsync(host.Address, look);
        await window.GoAsync(route);
        return window;
    }

    /// <summary>A window at an instance of the application.</summary>
    internal async Task<Window> OpenAsync(WorkflowHost app, string id, string tab, Look look = Look.Light)
    {
        Window window = await OpenAsync(app.Http.BaseAddress!, look);
        await window.GoAsync($"instances/{Uri.EscapeDataString(id)}/{tab}");
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        _once.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser still writes there: the folder is a temporary one.
        }
    }

    private async Task<IBrowser> BrowserAsync()
    {
        string? program = Program();
        Assert.SkipWhen(program is null, Missing);
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
            _playwright ??= await Playwright.CreateAsync();
            return _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = Flags,
                Env = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = _profile, ["XDG_CACHE_HOME"] = _profile },
            });
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Debian's Chromium without its windows comes first: it draws no frame round each page, which is a good third of all the work.</summary>
    private static string? Program() => new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => path is not null && File.Exists(path));
}
