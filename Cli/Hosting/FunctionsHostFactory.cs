using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Functions;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Host;

namespace Workflows.Cli.Hosting;

/// <summary>Builds the application itself, with this program's logging and without its own handling of signals.</summary>
internal sealed class FunctionsHostFactory(CliConsole console) : IHostFactory
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    public IHost Create(HostSettings settings) => WorkflowsApp.Build([], builder => Configure(builder, settings));

    private void Configure(FunctionsApplicationBuilder builder, HostSettings settings)
    {
        builder.Logging.ClearProviders().AddProvider(new CliLoggerProvider(console, settings.Verbose ? LogLevel.Information : LogLevel.Warning));
        builder.Services.AddSingleton<IHostLifetime, PassiveLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.ConfigureEmbeddedHost(host =>
        {
            host.DataFolder = Path.GetFullPath(settings.DataFolder);
            host.ServeHttp = settings.ServeHttp;
            host.RunsWork = settings.RunsWork;
            host.Urls = settings.Urls ?? host.Urls;
            host.TimeScale = settings.TimeScale ?? host.TimeScale;
        });
    }
}
