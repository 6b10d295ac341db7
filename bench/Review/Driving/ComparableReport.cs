using System.Text.Json.Nodes;

namespace Workflows.Bench.Review.Driving;

/// <summary>A report without what differs between two runs by nature: durations, counts of calls, and which of two equal models answered.</summary>
internal static class ComparableReport
{
    private static readonly string[] Varying = ["seconds", "usage", "foundBy"];

    public static string Of(string json)
    {
        JsonNode report = JsonNode.Parse(json)!;
        Strip(report);
        return report.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (string name in Varying)
            {
                members.Remove(name);
            }

            foreach ((string _, JsonNode? value) in members)
            {
                Strip(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode? item in items)
            {
                Strip(item);
            }
        }
    }
}
