using System.Globalization;
using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.Queues;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>What the embedded host honours of host.json.</summary>
/// <param name="RoutePrefix">Before the route of every HTTP function; may be empty.</param>
/// <param name="HubName">Name of the task hub.</param>
/// <param name="MaxActivities">Activities at once; null: the engine's default.</param>
/// <param name="MaxOrchestrators">Orchestrators that compute at once; null: the engine's default.</param>
/// <param name="MaxEntities">Entities at once; null: the engine's default.</param>
/// <param name="Queues">How queue functions take their messages.</param>
internal sealed record HostJson(string RoutePrefix, string HubName, int? MaxActivities, int? MaxOrchestrators, int? MaxEntities, QueueSettings Queues)
{
    private const string Durable = HostConfiguration.HostJsonSection + ":extensions:durableTask:";

    public static HostJson Read(IConfiguration configuration) => new(
        (configuration[HostConfiguration.HostJsonSection + ":extensions:http:routePrefix"] ?? "api").Trim('/'),
        configuration[Durable + "hubName"] is { Length: > 0 } hub ? hub : "Workflows",
        Count(configuration, "maxConcurrentActivityFunctions"),
        Count(configuration, "maxConcurrentOrchestratorFunctions"),
        Count(configuration, "maxConcurrentEntityFunctions"),
        QueueSettings.Read(configuration));

    private static int? Count(IConfiguration configuration, string name) => configuration[Durable + name] switch
    {
        null or "" => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 => value,
        { } text => throw new HostStartException($"host.json: extensions.durableTask.{name} is '{text}': it must be a whole number above 0."),
    };
}
