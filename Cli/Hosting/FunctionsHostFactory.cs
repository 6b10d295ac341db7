using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Functions;
using Workflows.FunctionsWorker.Builder;
using Workflows.Runtime.Host;
using Workflows.Shared.Logging;

namespace Workflows.Cli.Hosting;

/// <summary>Builds the application itself, with this program's logging and without its own handling of signals.</summary>
internal sealed class FunctionsHostFactory(CliConsole console) : IHostFactory
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    public IHost Create(HostSettings settings) => WorkflowsApp.Build([], builder => Configure(builder, settings));

    /// <summary>A server's log in JSON, when it is asked for, is whole; otherwise the log is for the person at the terminal.</summary>
    private ILoggerProvider Logs(ConfigurationManager configuration, HostSettings settings)
    {
        if (!settings.ServeHttp || !JsonLogProvider.IsAskedFor(configuration[JsonLogProvider.Setting]))
        {
            return new CliLoggerProvider(console, settings.Verbose ? LogLevel.Information : LogLevel.Warning);
        }

        console.SpeakAs(message => JsonLogLine.Write(TimeProvider.System.GetUtcNow(), LogLevel.Information, "workflows", default, message));
        return new JsonLogProvider(LogLevel.Trace, TimeProvider.System, console.Write);
    }

    private void Configure(FunctionsApplicationBuilder builder, HostSettings settings)
    {
        builder.Logging.ClearProviders().AddProvider(Logs(builder.Configuration, settings));
        builder.Services.AddSingleton<IHostLifetime, PassiveLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.ConfigureEmbeddedHost(host =>
        {
            host.DataFolder = Path.GetFullPath(settings.DataFolder);
            host.ServeHttp = settings.ServeHttp;
            host.RunsWork = settings.RunsWork;
            host.DrainTimeout = settings.ServeHttp ? host.DrainTimeout : TimeSpan.Zero;
            host.Urls = settings.Urls ?? host.Urls;
            host.TimeScale = settings.TimeScale ?? host.TimeScale;
        });
    }
}
