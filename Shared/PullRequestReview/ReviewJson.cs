using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Workflows.Shared.PullRequestReview;

/// <summary>The one way in which review records become JSON for people and programs outside.</summary>
public static class ReviewJson
{
    /// <summary>
    /// camelCase names, lower-case enum words, absent optionals left out. Text of all scripts stays readable, while control
    /// characters, direction overrides and HTML's special characters are written as escapes, so that the JSON can be shown
    /// in a terminal or embedded in a page.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary><see cref="Options"/>, indented for reading.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = CreateEncoder(),
            NewLine = "\n",
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
            WriteIndented = indented,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JavaScriptEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters('\u061C', '\u200B', '\u200E', '\u200F', '\uFEFF');
        settings.ForbidRange(UnicodeRange.Create('\u202A', '\u202E'));
        settings.ForbidRange(UnicodeRange.Create('\u2060', '\u206F'));
        return JavaScriptEncoder.Create(settings);
    }
}
