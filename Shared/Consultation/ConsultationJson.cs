using System.Text.Json;

namespace Workflows.Shared.Consultation;

/// <summary>How consultation records become JSON on the wire: the document's snake_case names, times in UTC.</summary>
public static class ConsultationJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower, indented: false, new UtcTimeConverter());

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower, indented: true, new UtcTimeConverter());
}
