using System.Text.Json.Serialization;

namespace Workflows.Shared.Consultation;

/// <summary>How urgent a consultation is: <c>"normal"</c> or <c>"high"</c> on the wire.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultationPriority>))]
public enum ConsultationPriority
{
    /// <summary>In its turn.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>Before what is normal.</summary>
    [JsonStringEnumMemberName("high")]
    High,
}
