using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Functions;
using Workflows.Runtime.Host;

namespace Workflows.Monitor.Tests.Results;

/// <summary>The application itself, with the simulator, on a free port.</summary>
public sealed class WorkflowHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-results-").FullName;
    private IHost? _host;

    /// <summary>Where it listens.</summary>
    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _host = WorkflowsApp.Build(["--contentRoot", _folder], builder =>
        {
            builder.Logging.ClearProviders();
            builder.ConfigureEmbeddedHost(options =>
            {
                options.DataFolder = Path.Combine(_folder, "data");
                options.Urls = "http://127.0.0.1:0";
                options.FullSync = false;
                options.TimeScale = 4;
                options.Assemblies.Add(typeof(WorkflowsApp).Assembly);
                options.Assemblies.Add(typeof(Orchestrations.Fleet.ModelCallExtensions).Assembly);
                options.Assemblies.Add(typeof(Activities.Models.ModelServices).Assembly);
            });
        });
        await _host.StartAsync();
        Http.BaseAddress = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host!.StopAsync();
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
