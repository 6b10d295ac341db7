using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Content;
using Workflows.Functions;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>The application without its HTTP side, with the configuration of the environment: real model servers where endpoints are set, else the simulator.</summary>
internal sealed class BenchApp : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _folder;

    private BenchApp(IHost host, string folder)
    {
        _host = host;
        _folder = folder;
    }

    /// <summary>What is registered in it.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Starts it.</summary>
    public static async Task<BenchApp> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("workflows-accuracy-").FullName;
        IHost host = WorkflowsApp.Build(["--contentRoot", folder], builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IContentStore, MemoryContentStore>();
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = folder;
                options.ServeHttp = false;
                options.FullSync = false;
                options.Assemblies.Add(typeof(ModelCallExtensions).Assembly);
                options.Assemblies.Add(typeof(IContentStore).Assembly);
            });
        });
        await host.StartAsync();
        return new BenchApp(host, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
