using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Activities.Models;
using Workflows.Cli.Hosting;
using Workflows.Functions;
using Workflows.FunctionsWorker.Builder;
using Workflows.Orchestrations.Fleet;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Tests;

/// <summary>Builds the application itself, as the program does, with settings of a test's own and, if it wants, its own models.</summary>
internal sealed class AppHosts(params (string Key, string Value)[] settings) : IHostFactory
{
    public IModelClient? Models { get; init; }

    public IHost Create(HostSettings wanted) => WorkflowsApp.Build([], builder =>
    {
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        if (Models is { } models)
        {
            builder.Services.AddSingleton(models);
        }

        builder.ConfigureEmbeddedHost(host =>
        {
            host.DataFolder = Path.GetFullPath(wanted.DataFolder);
            host.ServeHttp = wanted.ServeHttp;
            host.RunsWork = wanted.RunsWork;
            host.TimeScale = wanted.TimeScale ?? host.TimeScale;
            host.FullSync = false;
            host.Assemblies.Add(typeof(WorkflowsApp).Assembly);
            host.Assemblies.Add(typeof(ModelCallExtensions).Assembly);
            host.Assemblies.Add(typeof(IModelClient).Assembly);
        });
    });
}
