using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Workflows.Simulator.Protocol;

/// <summary>A transcription request, read and checked.</summary>
/// <param name="Model">The model asked for.</param>
/// <param name="Audio">The sound file's bytes.</param>
/// <param name="Format">json, verbose_json or text.</param>
/// <param name="Language">The language named, when there is one.</param>
internal sealed record TranscriptionRequest(string Model, byte[] Audio, string Format, string? Language)
{
    private const int LongestField = 4096;

    /// <summary>Reads a request from its multipart body.</summary>
    /// <exception cref="InvalidRequestException">A field is missing or wrong; the error names it.</exception>
    public static async Task<TranscriptionRequest> ReadAsync(SimulatorRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 200 } boundary)
        {
            throw new InvalidRequestException(ApiError.Invalid("The body must be multipart/form-data with a boundary."));
        }

        var fields = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        try
        {
            using var body = new MemoryStream(request.Body.ToArray(), writable: false);
            var reader = new MultipartReader(boundary.Value!, body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                {
                    using var content = new MemoryStream();
                    await section.Body.CopyToAsync(content, cancellationToken);
                    fields[HeaderUtilities.RemoveQuotes(disposition.Name).ToString()] = content.ToArray();
                }
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new InvalidRequestException(ApiError.Invalid("The multipart body is not complete."));
        }

        var audio = fields.GetValueOrDefault("file") is { Length: > 0 } bytes ? bytes : throw InvalidRequestException.For("is missing or empty", "file");
        var format = Text(fields, "response_format") ?? "json";
        return format is "json" or "verbose_json" or "text"
            ? new TranscriptionRequest(Text(fields, "model") ?? throw InvalidRequestException.For("you must name a model", "model"), audio, format, Text(fields, "language"))
            : throw InvalidRequestException.For("must be json, verbose_json or text", "response_format");
    }

    private static string? Text(Dictionary<string, byte[]> fields, string name) =>
        fields.GetValueOrDefault(name) is not { } bytes ? null
        : bytes.Length <= LongestField ? Encoding.UTF8.GetString(bytes)
        : throw InvalidRequestException.For("is too long", name);
}
