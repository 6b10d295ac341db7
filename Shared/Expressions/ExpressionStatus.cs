using System.Text.Json.Serialization;

namespace Workflows.Shared.Expressions;

/// <summary>How an analysis ended: <c>"complete"</c>, <c>"partial"</c>, <c>"failed"</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpressionStatus>))]
public enum ExpressionStatus
{
    /// <summary>Every chunk that counts was analysed.</summary>
    [JsonStringEnumMemberName("complete")]
    Complete,

    /// <summary>Some were not.</summary>
    [JsonStringEnumMemberName("partial")]
    Partial,

    /// <summary>None was.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
