using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Uploads;
using Workflows.Shared.Models;

namespace Workflows.Functions.Interview;

/// <summary>The body of <c>POST /api/v1/interviews/{id}/answers</c>: JSON <c>{stage?, text}</c>, or <c>multipart/form-data</c> with the fields <c>stage?</c>, <c>text?</c>, <c>audio?</c> and <c>frames*</c>.</summary>
internal sealed record AnswerBody
{
    private const int MaxJsonBytes = 128 * 1024;
    private const int MaxFormBytes = ModelMedia.LargestAudio + (MediaFiles.MostFrames * ModelMedia.LargestImage) + MaxJsonBytes;
    private const string Shape = "The body is not the expected JSON: {\"stage\"?: text, \"text\": text}; recordings are sent as multipart/form-data.";

    private static readonly JsonSerializerOptions Strict = new(InterviewJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public string? Stage { get; init; }

    public string? Text { get; init; }

    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<AnswerUpload> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        AnswerUpload upload = request.HasFormContentType ? await ReadFormAsync(request, cancellationToken) : await ReadJsonAsync(request, cancellationToken);
        return upload.Check() is { } fault ? throw new InvalidRequestException(fault.Field, fault.Fault) : upload;
    }

    private static async Task<AnswerUpload> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxJsonBytes, cancellationToken);
        try
        {
            AnswerBody body = JsonSerializer.Deserialize<AnswerBody>(bytes, Strict) ?? throw new InvalidRequestException("body", Shape);
            return new AnswerUpload { Stage = body.Stage, Text = body.Text };
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(e.Path is { Length: > 2 } path ? path[2..] : "body", Shape);
        }
    }

    private static async Task<AnswerUpload> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form;
        try
        {
            // All in memory: what a candidate says is in no temporary file.
            FormOptions limits = new() { MultipartBodyLengthLimit = MaxFormBytes, MemoryBufferThreshold = MaxFormBytes, ValueLengthLimit = MaxJsonBytes, ValueCountLimit = 8 };
            form = await request.ReadFormAsync(limits, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            throw new InvalidRequestException("body", $"The form cannot be read, or is larger than {MaxFormBytes / (1024 * 1024)} MB.");
        }

        if (form.Files.FirstOrDefault(file => file.Name is not ("audio" or "frames")) is { } other)
        {
            throw new InvalidRequestException(other.Name, "The files of an answer are in the fields audio and frames.");
        }

        if (form.Files.Count(file => file.Name == "audio") > 1)
        {
            throw new InvalidRequestException("audio", "An answer has one recording.");
        }

        UploadedFile? audio = form.Files.GetFile("audio") is { } recording
            ? MediaFiles.Audio(await BytesAsync(recording, cancellationToken)) ?? throw new InvalidRequestException("audio", $"The recording is not {MediaFiles.AudioTypes}.")
            : null;
        List<UploadedFile> frames = [];
        foreach (IFormFile frame in form.Files.GetFiles("frames"))
        {
            frames.Add(MediaFiles.Frame(await BytesAsync(frame, cancellationToken)) ?? throw new InvalidRequestException("frames", $"A frame is not {MediaFiles.FrameTypes}."));
        }

        return new AnswerUpload { Stage = Field(form, "stage"), Text = Field(form, "text"), Audio = audio, Frames = frames };
    }

    private static string? Field(IFormCollection form, string name) => form.TryGetValue(name, out var values) && values.Count > 0 && !string.IsNullOrWhiteSpace(values[0]) ? values[0] : null;

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using MemoryStream bytes = new();
        await file.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
