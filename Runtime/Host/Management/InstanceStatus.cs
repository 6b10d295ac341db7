using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Host.Management;

/// <summary>An instance as the management API shows it. Times are in UTC with whole seconds, as the Functions extension writes them.</summary>
internal sealed record InstanceStatus(
    string Name, string InstanceId, string RuntimeStatus, JsonElement? Input, JsonElement? CustomStatus, JsonElement? Output, string CreatedTime, string LastUpdatedTime,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<JsonObject>? HistoryEvents)
{
    public static InstanceStatus Of(OrchestrationMetadata instance, bool showInput, IReadOnlyList<JsonObject>? history = null) => new(
        instance.Name,
        instance.InstanceId,
        instance.RuntimeStatus.ToString(),
        showInput ? PayloadJson.Read(instance.SerializedInput) : null,
        PayloadJson.Read(instance.SerializedCustomStatus),
        instance.FailureDetails is { } failure
            ? JsonSerializer.SerializeToElement(failure.ToString())
            : PayloadJson.Read(instance.SerializedOutput),
        Time(instance.CreatedAt),
        Time(instance.LastUpdatedAt),
        history);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
