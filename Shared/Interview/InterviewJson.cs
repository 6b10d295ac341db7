using System.Text.Json;

namespace Workflows.Shared.Interview;

/// <summary>How requests, states and reports become JSON for people and programs outside: snake_case names.</summary>
public static class InterviewJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower);

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower, indented: true);
}
