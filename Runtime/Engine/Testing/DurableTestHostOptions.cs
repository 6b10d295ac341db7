using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Durable;
using Workflows.Durable.Converters;

namespace Workflows.Runtime.Engine.Testing;

/// <summary>Settings of a <see cref="DurableTestHost"/>.</summary>
public sealed class DurableTestHostOptions
{
    /// <summary>
    /// The data file, which stays when the host is disposed. Null (the default) for a host that keeps nothing: its file lies in the system's temporary
    /// folder, lasts over <see cref="DurableTestHost.RestartAsync"/> and is removed with the host.
    /// </summary>
    public string? DataFile { get; set; }

    /// <summary>
    /// The clock. By default a <see cref="VirtualTime"/> of this host's own. <see cref="TimeProvider.System"/> for the real one; any
    /// other clock is used as it is and never moved by the host. A file that was used before wants a clock that is not behind what it was used with.
    /// </summary>
    public TimeProvider Time { get; set; } = new VirtualTime();

    /// <summary>When the host moves a <see cref="VirtualTime"/>. Default: while the test waits for an instance.</summary>
    public AutoAdvance AutoAdvance { get; set; } = AutoAdvance.WhileWaiting;

    /// <summary>
    /// When all activities (and entity operations) that run have a timer set on the <see cref="VirtualTime"/>, or wait for an instance, and nothing changes for
    /// this long by the real clock, they count as waiting for time, and the clock may move. Default 50 ms. Raise it, or set
    /// <see cref="Timeout.InfiniteTimeSpan"/>, for activities that do slow real work under a timeout of the clock.
    /// </summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How long, by the real clock, <see cref="DurableTestHost.AdvanceAsync"/> (at each due time) and <see cref="DurableTestHost.WhenIdleAsync"/> wait for what is in hand on
    /// a <see cref="VirtualTime"/>, before they fail and say what that is. Default one minute.
    /// </summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// What activities, entities and orchestrators get injected. The host adds, where they are missing, logging, <see cref="TimeProvider"/>
    /// and the <see cref="Durable.Client.DurableTaskClient"/>. Each start builds a provider anew, so that singletons do not outlive a restart; objects added as instances do.
    /// </summary>
    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>A provider to use instead of <see cref="Services"/>. The host adds nothing to it and does not dispose it.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>Where the engine and the replay-safe loggers log; with <see cref="Services"/> also injected loggers. Default: what the services have, else nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>How inputs, results and states are turned into text.</summary>
    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>The version of orchestrations that are started without one.</summary>
    public string DefaultVersion { get; set; } = string.Empty;

    /// <summary>The environment's variable that turns <see cref="DurableEngineOptions.ReplayEveryTurn"/> on for all test hosts, with the value <c>true</c>: the name of the embedded host's setting.</summary>
    public const string ReplayVariable = "Workflows__ReplayEveryTurn";

    /// <summary>
    /// Sets the engine's other settings, last of all. The host's own: no waiting for the disk, replay at every turn as <see cref="ReplayVariable"/> says, and a quarter of a
    /// second of patience for activities that do not heed their cancellation when the host stops. The data file is <see cref="DataFile"/>'s affair, and virtual time has no scale.
    /// </summary>
    public Action<DurableEngineOptions>? ConfigureEngine { get; set; }

    /// <summary>Measures <see cref="QuietPeriod"/> and <see cref="Patience"/>.</summary>
    internal TimeProvider RealTime { get; set; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A setting cannot be used; the message names it.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentNullException.ThrowIfNull(DataConverter);
        ArgumentNullException.ThrowIfNull(DefaultVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(QuietPeriod, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(Patience, Timeout.InfiniteTimeSpan);
        if (DataFile is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(DataFile);
        }

        if (ServiceProvider is not null && Services.Count > 0)
        {
            throw new ArgumentException($"Both {nameof(ServiceProvider)} and {nameof(Services)} are given: add the services to the provider, or leave it out.");
        }
    }
}
