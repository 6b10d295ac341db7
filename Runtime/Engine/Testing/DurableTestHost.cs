using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>
/// Runs orchestrations, activities and entities in a test: on the engine that also runs them in a product, with a clock that need not be waited for.
/// Any number of hosts may run in one process, each with a data file of its own.
/// </summary>
/// <remarks>
/// <para>With a <see cref="VirtualTime"/> (the default) a timer of a day takes milliseconds. The host moves the clock to the next time at which anything is due,
/// when three things come together: it may (<see cref="AutoAdvance"/>); the engine has nothing in hand; and something is due later. An
/// activity that runs is in hand, whatever it awaits (a socket, a task that the test completes), so the clock stands still until it ends. The one exception is an activity
/// that waits for the clock itself, with <c>Task.Delay(time, clock)</c> for instance: see <see cref="DurableTestHostOptions.QuietPeriod"/>.</para>
/// <para>An activity that is to be too slow for its orchestrator therefore delays itself on the clock; one that waits for nothing but the test's permission stops time.</para>
/// <para><see cref="StopAsync"/>, <see cref="RestartAsync"/> and <see cref="DisposeAsync"/> are called one at a time; everything else from anywhere.</para>
/// </remarks>
public sealed class DurableTestHost : IAsyncDisposable
{
    private readonly DurableTestHostOptions _options;
    private readonly string? _temporaryFolder;
    private Func<DurableTaskRegistry> _registry;
    private TestRun? _run;
    private bool _disposed;

    private DurableTestHost(Func<DurableTaskRegistry> registry, DurableTestHostOptions options)
    {
        _registry = registry;
        _options = options;
        _temporaryFolder = options.DataFile is null ? Directory.CreateTempSubdirectory("workflows-test-").FullName : null;
        DataFile = options.DataFile ?? Path.Combine(_temporaryFolder!, "test.db");
    }

    /// <summary>The client of the host. After <see cref="RestartAsync"/> it is another one.</summary>
    /// <exception cref="InvalidOperationException">The host is stopped.</exception>
    public DurableTaskClient Client => Run.Engine.Client;

    /// <summary>The host's clock.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>What tasks get their services from. After <see cref="RestartAsync"/> it is another one.</summary>
    /// <exception cref="InvalidOperationException">The host is stopped.</exception>
    public IServiceProvider Services => Run.Services;

    /// <summary>The data file.</summary>
    public string DataFile { get; }

    internal EngineCore Core => Run.Engine.Core;

    private TestRun Run => _run ?? throw new InvalidOperationException($"The test host is stopped: {nameof(RestartAsync)} starts it again.");

    /// <summary>Starts a host.</summary>
    /// <param name="register">Adds the orchestrators, activities and entities; called again at every restart.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <exception cref="ArgumentException">A setting cannot be used; the message names it.</exception>
    /// <exception cref="JournalException">The data file cannot be used; the message says why.</exception>
    public static Task<DurableTestHost> StartAsync(Action<DurableTaskRegistry> register, Action<DurableTestHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        return StartAsync(() => Registry(register), configure);
    }

    /// <summary>Starts a host.</summary>
    /// <param name="registry">The orchestrators, activities and entities.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <exception cref="ArgumentException">A setting cannot be used; the message names it.</exception>
    /// <exception cref="JournalException">The data file cannot be used; the message says why.</exception>
    public static Task<DurableTestHost> StartAsync(DurableTaskRegistry registry, Action<DurableTestHostOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return StartAsync(() => registry, configure);
    }

    /// <summary>Stops the host, as the end of a process does: what is under way goes on after <see cref="RestartAsync"/>. Does nothing when it is stopped.</summary>
    public async Task StopAsync()
    {
        if (_run is { } run)
        {
            _run = null;
            await run.DisposeAsync();
        }
    }

    /// <summary>Starts the host again on the same file and clock, after stopping it where it runs.</summary>
    /// <param name="register">What can be run from now on, to try code that has changed; null for what could be run before.</param>
    /// <exception cref="JournalException">The data file cannot be used; the message says why.</exception>
    public async Task RestartAsync(Action<DurableTaskRegistry>? register = null)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        await StopAsync();
        if (register is not null)
        {
            _registry = () => Registry(register);
        }

        await StartAsync();
    }

    /// <summary>
    /// Moves the host's <see cref="VirtualTime"/>, from one due time to the next; at each it waits until the engine has nothing more in hand, by the same rule as
    /// when the host moves the clock by itself (which it does not do meanwhile). To move the clock under an activity that does not end, use <see cref="VirtualTime.Advance"/>.
    /// </summary>
    /// <param name="by">How far; not negative.</param>
    /// <param name="cancellation">Ends the waiting; the clock stays where it has come to.</param>
    /// <exception cref="InvalidOperationException">The host's clock is not a virtual one, or the host is stopped.</exception>
    /// <exception cref="TimeoutException">Something stayed in hand for longer than <see cref="DurableTestHostOptions.Patience"/>; the message says what.</exception>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return Run.Mover is { } mover
            ? mover.AdvanceAsync(by, cancellation)
            : throw new InvalidOperationException($"Only a {nameof(VirtualTime)} can be moved, and this host's clock is none.");
    }

    /// <summary>
    /// Ends when the engine has nothing more in hand: every instance has gone as far as it can without an event from outside or the passing of time. With
    /// a <see cref="VirtualTime"/>, activities that only wait for the clock do not count as in hand.
    /// </summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The host is stopped.</exception>
    /// <exception cref="TimeoutException">Something stayed in hand for longer than <see cref="DurableTestHostOptions.Patience"/>; the message says what.</exception>
    public Task WhenIdleAsync(CancellationToken cancellation = default) =>
        Run.Mover is { } mover ? mover.WhenStillAsync(cancellation) : Core.Work.WhenIdleAsync(cancellation);

    /// <summary>Stops the host and, unless a data file was named, removes what it has written.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        try
        {
            await StopAsync();
        }
        finally
        {
            RemoveTemporaryFolder();
        }
    }

    private static async Task<DurableTestHost> StartAsync(Func<DurableTaskRegistry> registry, Action<DurableTestHostOptions>? configure)
    {
        DurableTestHostOptions options = new();
        configure?.Invoke(options);
        options.Validate();
        DurableTestHost host = new(registry, options);
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    private static DurableTaskRegistry Registry(Action<DurableTaskRegistry> register)
    {
        DurableTaskRegistry registry = new();
        register(registry);
        return registry;
    }

    // Opening a data file waits for the disk: hosts that are started together need not wait for one another.
    private async Task StartAsync() => _run = await Task.Run(() => TestRun.StartAsync(_options, DataFile, _registry()));

    private void RemoveTemporaryFolder()
    {
        if (_temporaryFolder is null)
        {
            return;
        }

        try
        {
            Directory.Delete(_temporaryFolder, recursive: true);
        }
        catch (IOException)
        {
            // An activity that was left behind still reads its file, where open files cannot be removed: no reason to fail a test.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
