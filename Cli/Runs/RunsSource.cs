using Workflows.Cli.Hosting;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Runs;

/// <summary>Opens data folders with a host in this process, and servers over HTTP.</summary>
/// <param name="hosts">Builds the hosts.</param>
/// <param name="time">The real clock.</param>
/// <param name="serverKey">The key that servers are shown, or null.</param>
internal sealed class RunsSource(IHostFactory hosts, TimeProvider time, string? serverKey) : IRunsSource
{
    public async Task<IReviewRuns> OpenAsync(RunTarget target, CancellationToken cancellation) =>
        target.Server is { } server ? new RemoteReviewRuns(server, serverKey, time) : await OpenFolderAsync(target, runsWork: true, cancellation);

    public async Task<IReviewRuns?> OpenForReadingAsync(RunTarget target, CancellationToken cancellation) =>
        target.Server is not null ? await OpenAsync(target, cancellation)
        : File.Exists(Path.Combine(target.DataFolder, EmbeddedHostOptions.DataFileName)) ? await OpenFolderAsync(target, runsWork: false, cancellation)
        : null;

    private async Task<IReviewRuns> OpenFolderAsync(RunTarget target, bool runsWork, CancellationToken cancellation)
    {
        HostSettings settings = new() { DataFolder = target.DataFolder, TimeScale = target.TimeScale, RunsWork = runsWork, Verbose = target.Verbose };
        try
        {
            return new LocalReviewRuns(await RunningHost.StartAsync(hosts, settings, cancellation), time);
        }
        catch (JournalException e) when (e.InnerException is IOException)
        {
            throw CliException.Failed($"{e.Message} A server that has it open can be asked with --server URL.", e);
        }
    }
}
