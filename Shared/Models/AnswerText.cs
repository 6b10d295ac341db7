using System.Text;
using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>The words that a model wrote itself, out of a structured answer: what <see cref="ScriptCheck"/> judges.</summary>
public static class AnswerText
{
    /// <summary>All texts of an answer, one per line, in their order, without property names and without the properties that quote or name things of the input.</summary>
    /// <param name="answer">An answer that is valid by its schema.</param>
    /// <param name="skippedProperties">Names of the properties to leave out, at any depth, for example <c>quote</c> and <c>path</c>.</param>
    public static string Of(JsonElement answer, params IReadOnlyCollection<string> skippedProperties)
    {
        ArgumentNullException.ThrowIfNull(skippedProperties);
        var text = new StringBuilder();
        Append(text, answer, skippedProperties);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, IReadOnlyCollection<string> skipped)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (JsonText.NameOf(property) is { } name && !skipped.Contains(name))
                    {
                        Append(text, property.Value, skipped);
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Append(text, item, skipped);
                }

                break;
            case JsonValueKind.String:
                text.Append(JsonText.Of(value)).Append('\n');
                break;
        }
    }
}
