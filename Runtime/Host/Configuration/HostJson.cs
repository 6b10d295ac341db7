using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.Http;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>What the embedded host honours of host.json. What it does not know it passes over, as the Functions host does.</summary>
/// <param name="FunctionTimeout">How long a function may run; null: without end.</param>
/// <param name="Http">How HTTP functions are served.</param>
/// <param name="Durable">The engine's limits and names.</param>
/// <param name="Queues">How queue functions take their messages.</param>
internal sealed record HostJson(TimeSpan? FunctionTimeout, HttpSettings Http, DurableSettings Durable, QueueSettings Queues)
{
    /// <exception cref="HostStartException">A value is of the wrong kind or out of its range; the message names it.</exception>
    public static HostJson Read(IConfiguration configuration)
    {
        HostJsonReader root = new(configuration, string.Empty);
        root.CheckLogLevels();
        return new HostJson(
            root.Text("functionTimeout") == "-1" ? null : root.Time("functionTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromDays(10)),
            HttpSettings.Read(new HostJsonReader(configuration, "extensions.http.")),
            DurableSettings.Read(new HostJsonReader(configuration, "extensions.durableTask."), configuration),
            QueueSettings.Read(new HostJsonReader(configuration, "extensions.queues.")));
    }
}
