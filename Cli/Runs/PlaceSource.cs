using Workflows.Cli.Hosting;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Runs;

/// <summary>Opens data folders with a host in this process, and servers over HTTP.</summary>
/// <param name="hosts">Builds the hosts.</param>
/// <param name="time">The real clock.</param>
/// <param name="serverKey">The key that servers are shown, or null.</param>
/// <param name="local">What a host in this process has; owns the host.</param>
/// <param name="remote">What a server has; owns the connection.</param>
internal sealed class PlaceSource<T>(IHostFactory hosts, TimeProvider time, string? serverKey, Func<RunningHost, T> local, Func<RemoteServer, T> remote) : IPlaceSource<T>
    where T : class
{
    public async Task<T?> OpenAsync(RunTarget target, bool runsWork, CancellationToken cancellation)
    {
        if (target.Server is { } address)
        {
            RemoteServer server = new(address, time);
            server.UseKey(serverKey);
            return remote(server);
        }

        if (!File.Exists(Path.Combine(target.DataFolder, EmbeddedHostOptions.DataFileName)))
        {
            return null;
        }

        HostSettings settings = new() { DataFolder = target.DataFolder, RunsWork = runsWork, Verbose = target.Verbose };
        try
        {
            return local(await RunningHost.StartAsync(hosts, settings, cancellation));
        }
        catch (JournalException e) when (e.InnerException is IOException)
        {
            throw CliException.Failed($"{e.Message} A server that has it open can be asked with --server URL.", e);
        }
    }
}
