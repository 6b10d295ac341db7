using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Activities.Models;

/// <summary>Reads the answer to a transcription request, plain or verbose. Nothing a server sends makes it throw.</summary>
internal static class TranscriptionReplyReader
{
    /// <summary>The longest transcript, in characters: hours of speech, and more than any model makes of what it may be sent.</summary>
    public const int LongestText = 200_000;

    private const double LongestSeconds = 1e6;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body of a response with status 200.</param>
    /// <param name="simulated">Whether the simulator says that it answered.</param>
    /// <param name="error">Why there is no transcript, without anything of the body; null when there is one.</param>
    public static ModelTranscript? Read(ReadOnlyMemory<byte> body, out bool simulated, out string? error)
    {
        simulated = false;
        error = "The server's answer is not a transcript.";
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || ReplyFields.Text(root, "text") is not { } text)
            {
                return null;
            }

            if (text.Length > LongestText)
            {
                error = FormattableString.Invariant($"The transcript has more than {LongestText} characters.");
                return null;
            }

            simulated = ReplyFields.Text(root, "system_fingerprint") == "simulated";
            error = null;
            return new ModelTranscript { Text = text.Trim(), Language = ReplyFields.Name(root, "language"), Seconds = Seconds(root, "duration") ?? UsedSeconds(root) };
        }
        catch (JsonException)
        {
            error = "The server's answer is not JSON.";
        }
        catch (InvalidOperationException)
        {
            error = "The server's answer is not valid Unicode.";
        }

        return null;
    }

    private static double? UsedSeconds(JsonElement root) =>
        root.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object ? Seconds(usage, "seconds") : null;

    /// <summary>As a number, or as text, as some servers write it.</summary>
    private static double? Seconds(JsonElement owner, string name)
    {
        if (!owner.TryGetProperty(name, out var value))
        {
            return null;
        }

        double seconds = value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) => number,
            JsonValueKind.String when double.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
            _ => double.NaN,
        };
        return seconds is >= 0 and <= LongestSeconds ? seconds : null;
    }
}
