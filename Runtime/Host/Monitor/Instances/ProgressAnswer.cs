using System.Text.Json;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>How far an instance is, as its custom status tells: an object with <c>completed</c> and <c>total</c>, or a text.</summary>
internal sealed record ProgressAnswer(double? Completed, double? Total, double? Percent, string? Message)
{
    private const int MostMessage = 500;

    public static ProgressAnswer? Of(string? customStatus)
    {
        if (customStatus is null)
        {
            return null;
        }

        try
        {
            using JsonDocument parsed = JsonDocument.Parse(customStatus);
            return Of(parsed.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProgressAnswer? Of(JsonElement status)
    {
        if (status.ValueKind == JsonValueKind.String)
        {
            return new ProgressAnswer(null, null, null, Http.Cutting.To(status.GetString()!, MostMessage));
        }

        double? completed = Number(status, "completed");
        double? total = Number(status, "total");
        string? message = Find(status, "message") is { ValueKind: JsonValueKind.String } text ? Http.Cutting.To(text.GetString()!, MostMessage) : null;
        double? percent = Number(status, "percent") ?? (completed is { } done && total > 0 ? Math.Clamp(100 * done / total.Value, 0, 100) : null);
        return completed is null && total is null && percent is null && message is null ? null : new ProgressAnswer(completed, total, percent is { } p ? Math.Round(p, 1) : null, message);
    }

    private static double? Number(JsonElement status, string name) =>
        Find(status, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) && double.IsFinite(value) ? value : null;

    private static JsonElement? Find(JsonElement status, string name)
    {
        if (status.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in status.EnumerateObject())
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return property.Value;
                }
            }
        }

        return null;
    }
}
