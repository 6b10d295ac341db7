using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Profiles;

namespace Workflows.Simulator.Models;

/// <summary>A model as the control routes show it.</summary>
internal static class ModelReport
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static JsonObject Write(SimulatorModel model, bool calls)
    {
        var report = new JsonObject
        {
            ["name"] = model.Name,
            ["simulated"] = true,
            ["profile"] = ProfileJson.Write(model.Profile),
            ["counters"] = JsonSerializer.SerializeToNode(model.Counters, Options),
        };
        if (calls)
        {
            report["calls"] = JsonSerializer.SerializeToNode(model.Calls(), Options);
        }

        return report;
    }
}
