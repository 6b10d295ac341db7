using Microsoft.Extensions.Configuration;
using Workflows.Runtime.Host.Triggers;

namespace Workflows.Runtime.Host.Configuration;

/// <summary>What host.json says of durable functions (<c>extensions.durableTask</c>).</summary>
/// <param name="HubName">Name of the task hub; settings in it are resolved.</param>
/// <param name="DefaultVersion">The version of orchestrations that are started without one.</param>
/// <param name="MaxActivities">Activities at once; null: the engine's default.</param>
/// <param name="MaxOrchestrators">Orchestrators that compute at once; null: the engine's default.</param>
/// <param name="MaxEntities">Entities at once; null: the engine's default.</param>
internal sealed record DurableSettings(string HubName, string DefaultVersion, int? MaxActivities, int? MaxOrchestrators, int? MaxEntities)
{
    private const string DefaultHub = "Workflows";
    private const int LongestHub = 45;

    /// <exception cref="HostStartException">A value cannot be used; the message names it.</exception>
    public static DurableSettings Read(HostJsonReader json, IConfiguration configuration) => new(
        Hub(json, configuration),
        json.Text("defaultVersion") ?? string.Empty,
        json.Count("maxConcurrentActivityFunctions", 1),
        json.Count("maxConcurrentOrchestratorFunctions", 1),
        json.Count("maxConcurrentEntityFunctions", 1));

    private static string Hub(HostJsonReader json, IConfiguration configuration)
    {
        string text = json.Text("hubName") ?? DefaultHub;
        try
        {
            string hub = SettingText.Resolve(text, configuration);
            return hub.Length <= LongestHub && char.IsAsciiLetter(hub[0]) && hub.All(char.IsAsciiLetterOrDigit)
                ? hub
                : throw json.Fault("hubName", hub, $"a letter, then letters and digits, {LongestHub} at most");
        }
        catch (FormatException e)
        {
            throw new HostStartException($"host.json: extensions.durableTask.hubName cannot be used: {e.Message}", e);
        }
    }
}
