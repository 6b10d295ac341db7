using Workflows.Cli.Hosting;
using Workflows.Cli.Runs;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Callbacks;

/// <summary>Opens data folders with a host in this process, and servers over HTTP.</summary>
/// <param name="hosts">Builds the hosts.</param>
/// <param name="time">The real clock.</param>
/// <param name="serverKey">The key that servers are shown, or null.</param>
internal sealed class CallbacksSource(IHostFactory hosts, TimeProvider time, string? serverKey) : ICallbacksSource
{
    public async Task<ICallbacks?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation)
    {
        if (target.Server is { } address)
        {
            RemoteServer server = new(address, time);
            server.UseKey(serverKey);
            return new RemoteCallbacks(server);
        }

        if (!File.Exists(Path.Combine(target.DataFolder, EmbeddedHostOptions.DataFileName)))
        {
            return null;
        }

        HostSettings settings = new() { DataFolder = target.DataFolder, RunsWork = runsWork, Verbose = target.Verbose };
        try
        {
            return new LocalCallbacks(await RunningHost.StartAsync(hosts, settings, cancellation), time);
        }
        catch (JournalException e) when (e.InnerException is IOException)
        {
            throw CliException.Failed($"{e.Message} A server that has it open can be asked with --server URL.", e);
        }
    }
}
