using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Workflows.Shared;

/// <summary>The one way in which a workflow's records become JSON for people and programs outside.</summary>
public static class WorkflowJson
{
    /// <summary>
    /// Options in which numbers are numbers and text of all scripts stays readable, while control characters, direction overrides and
    /// HTML's special characters are written as escapes, so that the JSON can be shown in a terminal or embedded in a page.
    /// </summary>
    /// <param name="naming">How properties are named.</param>
    /// <param name="indented">Whether it is for reading.</param>
    /// <param name="converters">How single types are written.</param>
    public static JsonSerializerOptions Create(JsonNamingPolicy naming, bool indented = false, params ReadOnlySpan<JsonConverter> converters)
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
        {
            Encoder = CreateEncoder(),
            NewLine = "\n",
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNamingPolicy = naming,
            WriteIndented = indented,
        };
        foreach (JsonConverter converter in converters)
        {
            options.Converters.Add(converter);
        }

        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JavaScriptEncoder CreateEncoder()
    {
        TextEncoderSettings settings = new(UnicodeRanges.All);
        settings.ForbidCharacters('\u061C', '\u200B', '\u200E', '\u200F', '\uFEFF');
        settings.ForbidRange(UnicodeRange.Create('\u202A', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206F'));
        return JavaScriptEncoder.Create(settings);
    }
}
