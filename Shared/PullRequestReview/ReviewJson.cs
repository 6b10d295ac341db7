using System.Text.Json;

namespace Workflows.Shared.PullRequestReview;

/// <summary>How review records become JSON for people and programs outside: camelCase names, lower-case enum words, absent optionals left out.</summary>
public static class ReviewJson
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Options { get; } = WorkflowJson.Create(JsonNamingPolicy.CamelCase);

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = WorkflowJson.Create(JsonNamingPolicy.CamelCase, indented: true);
}
