using System.Globalization;
using System.Text.Json;
using Workflows.Durable.Client;

namespace Workflows.Runtime.Host.Management;

/// <summary>An instance as the management API shows it. Times are in UTC with whole seconds, as the Functions extension writes them.</summary>
internal sealed record InstanceStatus(
    string Name, string InstanceId, string RuntimeStatus, JsonElement? Input, JsonElement? CustomStatus, JsonElement? Output, string CreatedTime, string LastUpdatedTime)
{
    public static InstanceStatus Of(OrchestrationMetadata instance, bool showInput) => new(
        instance.Name,
        instance.InstanceId,
        instance.RuntimeStatus.ToString(),
        showInput ? PayloadJson.Read(instance.SerializedInput) : null,
        PayloadJson.Read(instance.SerializedCustomStatus),
        instance.FailureDetails is { } failure
            ? JsonSerializer.SerializeToElement(failure.ToString())
            : PayloadJson.Read(instance.SerializedOutput),
        Time(instance.CreatedAt),
        Time(instance.LastUpdatedAt));

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
