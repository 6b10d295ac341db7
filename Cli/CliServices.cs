using System.Security.Cryptography;
using Workflows.Cli.Callbacks;
using Workflows.Cli.Debates;
using Workflows.Cli.Hosting;
using Workflows.Cli.Runs;

namespace Workflows.Cli;

/// <summary>All that a command takes from the world.</summary>
internal sealed record CliServices
{
    /// <summary>The streams.</summary>
    public required CliConsole Console { get; init; }

    /// <summary>The real clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Builds hosts that run in this process.</summary>
    public required IHostFactory Hosts { get; init; }

    /// <summary>Opens the runs of a data folder or a server.</summary>
    public required IRunsSource Runs { get; init; }

    /// <summary>Opens the undelivered callbacks of a data folder or a server.</summary>
    public required IPlaceSource<ICallbacks> Callbacks { get; init; }

    /// <summary>Opens the debates' rollout of a data folder or a server.</summary>
    public required IPlaceSource<IRollout> Rollout { get; init; }

    /// <summary>A few random characters that make an id fresh.</summary>
    public required Func<string> FreshSuffix { get; init; }

    /// <summary>Ends when the person or the system wants the process to stop.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The services of this process.</summary>
    public static CliServices OfThisProcess(CliConsole console, CancellationToken stop)
    {
        FunctionsHostFactory hosts = new(console);
        string? key = Environment.GetEnvironmentVariable(RemoteReviewRuns.KeyVariable);
        return new CliServices
        {
            Console = console,
            Time = TimeProvider.System,
            Hosts = hosts,
            Runs = new RunsSource(hosts, TimeProvider.System, key),
            Callbacks = CallbacksOf(hosts, TimeProvider.System, key),
            Rollout = RolloutOf(hosts, TimeProvider.System, key),
            FreshSuffix = () => RandomNumberGenerator.GetHexString(8, lowercase: true),
            Stop = stop,
        };
    }

    /// <summary>Opens callbacks as the program does it.</summary>
    internal static IPlaceSource<ICallbacks> CallbacksOf(IHostFactory hosts, TimeProvider time, string? key) =>
        new PlaceSource<ICallbacks>(hosts, time, key, host => new LocalCallbacks(host, time), server => new RemoteCallbacks(server));

    /// <summary>Opens the rollout as the program does it.</summary>
    internal static IPlaceSource<IRollout> RolloutOf(IHostFactory hosts, TimeProvider time, string? key) =>
        new PlaceSource<IRollout>(hosts, time, key, host => new LocalRollout(host), server => new RemoteRollout(server));
}
