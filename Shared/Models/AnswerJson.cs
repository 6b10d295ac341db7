using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Models;

/// <summary>How validated answers become records.</summary>
public static class AnswerJson
{
    /// <summary>camelCase names; numbers are numbers.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
