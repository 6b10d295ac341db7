using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Workflows.Shared.Logging;

namespace Workflows.Functions.Telemetry;

/// <summary>The form of the log.</summary>
internal static class LogFormat
{
    /// <summary>Where the setting asks for it, JSON lines on the error stream take the place of the console's own lines.</summary>
    public static void Apply(ILoggingBuilder logging, IConfiguration configuration)
    {
        if (!JsonLogProvider.IsAskedFor(configuration[JsonLogProvider.Setting]))
        {
            return;
        }

        foreach (ServiceDescriptor console in logging.Services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToArray())
        {
            logging.Services.Remove(console);
        }

        logging.AddProvider(new JsonLogProvider(LogLevel.Trace, TimeProvider.System, Console.Error.WriteLine));
    }
}
