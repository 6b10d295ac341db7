using Microsoft.Extensions.Hosting;

namespace Workflows.Cli.Hosting;

/// <summary>A started host, stopped in order when it is disposed of.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <summary>Builds and starts a host.</summary>
    public static Task<RunningHost> StartAsync(IHostFactory factory, HostSettings settings, CancellationToken cancellation) =>
        StartAsync(factory.Create(settings), cancellation);

    /// <summary>Starts a host that was built; when it cannot be started it is disposed of.</summary>
    public static async Task<RunningHost> StartAsync(IHost host, CancellationToken cancellation)
    {
        try
        {
            await host.StartAsync(cancellation);
            return new RunningHost(host);
        }
        catch
        {
            await DisposeAsync(host);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _host.StopAsync();
        }
        finally
        {
            await DisposeAsync(_host);
        }
    }

    private static async ValueTask DisposeAsync(IHost host)
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }
}
