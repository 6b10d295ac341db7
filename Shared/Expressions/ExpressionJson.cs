using System.Text.Json;

namespace Workflows.Shared.Expressions;

/// <summary>How requests and reports become JSON for people and programs outside: the document's snake_case names.</summary>
public static class ExpressionJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower);

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = WorkflowJson.Create(JsonNamingPolicy.SnakeCaseLower, indented: true);
}
