using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>Looks in a text for the JSON object that is valid by a schema, with a bounded number of linear scans.</summary>
internal sealed class JsonSearch(AnswerSchema schema)
{
    /// <summary>Closed objects are looked at once each, so that many cost no more than one long one but for the errors they raise.</summary>
    private const int MaxClosed = 64;

    /// <summary>An object that is not closed costs a scan to the end of the text.</summary>
    private const int MaxUnclosed = 8;

    private string? chatterError;
    private string? candidateError;

    /// <summary>Why nothing was found; about the first thing that was meant as the answer, so that a repair mends that.</summary>
    public string Error => candidateError ?? chatterError ?? "The answer holds no JSON object.";

    /// <summary>The one valid object; null when there is none or when there are several that differ.</summary>
    public JsonElement? FindOnly(string text)
    {
        JsonElement? only = null;
        foreach (var (value, _) in Valid(text))
        {
            if (only is null)
            {
                only = value;
            }
            else if (only.Value.GetRawText() != value.GetRawText())
            {
                candidateError = "The answer holds several different JSON objects of the required shape; answer with one alone.";
                return null;
            }
        }

        return only;
    }

    /// <summary>The valid object with which the text ends, but for what closes a fence or a thought.</summary>
    public JsonElement? FindLast(string text)
    {
        JsonElement? last = null;
        foreach (var (value, end) in Valid(text))
        {
            var rest = text.AsSpan(end).Trim(" \t\r\n`");
            last = rest.IsEmpty || rest.StartsWith("</", StringComparison.Ordinal) ? value : null;
            if (last is null)
            {
                candidateError ??= "The answer breaks off in the middle of a thought, which holds drafts only.";
            }
        }

        return last;
    }

    private IEnumerable<(JsonElement Value, int End)> Valid(string text)
    {
        var closed = 0;
        var unclosed = 0;
        var start = text.IndexOf('{');
        while (start >= 0 && closed < MaxClosed && unclosed < MaxUnclosed)
        {
            var next = start + 1;
            if (!LooksLikeObject(text, start))
            {
                chatterError ??= "The answer holds a brace but no JSON object: property names must be in double quotes.";
            }
            else if (JsonScan.EndOfObject(text, start) is var end && end > 0)
            {
                if (Check(text.AsMemory(start, end - start)) is { } value)
                {
                    yield return (value, end);
                }

                closed++;
                next = end;
            }
            else
            {
                candidateError ??= "The JSON is cut off: its closing brackets are missing.";
                unclosed++;
            }

            start = text.IndexOf('{', next);
        }
    }

    private static bool LooksLikeObject(string text, int start)
    {
        var next = start + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        // A text that ends right after the brace is an answer cut off at once.
        return next == text.Length || text[next] is '"' or '}';
    }

    private JsonElement? Check(ReadOnlyMemory<char> json)
    {
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(json);
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            candidateError ??= JsonScan.Describe(exception, json.Span);
            return null;
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair as a raw character: the text cannot even be turned into UTF-8.
            candidateError ??= "The JSON holds text that is not valid Unicode.";
            return null;
        }

        var errors = schema.Validate(root);
        if (errors.Count == 0)
        {
            return root;
        }

        if (Unwrapped(root) is { } inner && schema.Validate(inner).Count == 0)
        {
            return inner;
        }

        candidateError ??= "The JSON does not have the required shape: " + string.Join("; ", errors) + ".";
        return null;
    }

    /// <summary>Models like to wrap an answer in one more object named after the schema, or to answer with a call of that name.</summary>
    private static JsonElement? Unwrapped(JsonElement root)
    {
        JsonElement? inner = null;
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                if (inner is not null)
                {
                    return null;
                }

                inner = property.Value;
            }
        }

        return inner;
    }
}
