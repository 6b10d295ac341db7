using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Expressions;
using Workflows.Shared.Subtitles;

namespace Workflows.Functions.Expressions;

/// <summary>The body of <c>POST /api/v1/expressions</c>: an <see cref="ExpressionRequest"/> as JSON, and <c>id?</c>. Whatever is wrong is said before anything starts.</summary>
internal sealed record ExpressionBody
{
    /// <summary>The most bytes a request may have: the largest file as Base64, and room.</summary>
    public const int MaxBytes = 24 * 1024 * 1024;

    private const string Shape =
        "The body is not the expected JSON: {\"subtitles\": text | \"subtitle_file\": Base64 | \"segments\": [{\"start\": seconds, \"end\": seconds, \"text\": text, \"speaker\"?: text}], "
        + "\"options\"?: {\"level\"?: \"A1\" … \"C2\", \"language\"?: \"ko\", \"max_expressions\"?: number, \"parallel\"?: true | false, \"workers\"?: number, \"chunk_characters\"?: number, "
        + "\"min_per_chunk\"?: number, \"max_per_chunk\"?: number, \"timeout_seconds\"?: number, \"test\"?: true | false, \"save_output\"?: true | false}, \"id\"?: text}.";

    private static readonly JsonSerializerOptions Strict = new(ExpressionJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseUnknown } } };

    public string? Subtitles { get; init; }

    public byte[]? SubtitleFile { get; init; }

    public IReadOnlyList<SubtitleSegment?>? Segments { get; init; }

    public ExpressionOptions? Options { get; init; } = new();

    /// <summary>The run's id, for a caller that may send the same request twice: while the run is under way it is attached to.</summary>
    public string? Id { get; init; }

    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<ExpressionBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<ExpressionBody>(bytes, Strict) ?? throw new InvalidRequestException("body", Shape);
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(e.Path is { Length: > 2 } path ? path[2..] : "body", Shape);
        }
    }

    /// <exception cref="InvalidRequestException">A field cannot be used; names it.</exception>
    public ExpressionRequest ToRequest()
    {
        RunIdRule.Check(Id);
        ExpressionRequest request = new() { Subtitles = Subtitles, SubtitleFile = SubtitleFile, Segments = SegmentsWithText(), Options = Options! };
        return ExpressionInput.Check(request) is { } fault ? throw new InvalidRequestException(fault.Field, fault.Fault) : request;
    }

    // An option with its name written otherwise would be passed over in silence; segments come with fields of their own from whatever wrote them.
    private static void RefuseUnknown(JsonTypeInfo type)
    {
        if (type.Type == typeof(ExpressionBody) || type.Type == typeof(ExpressionOptions))
        {
            type.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        }
    }

    private List<SubtitleSegment>? SegmentsWithText()
    {
        if (Segments is null)
        {
            return null;
        }

        List<SubtitleSegment> segments = new(Segments.Count);
        foreach (SubtitleSegment? segment in Segments)
        {
            // What JSON calls null is not kept out by the types.
            segments.Add(segment?.Text is null ? throw new InvalidRequestException($"segments[{segments.Count}]", "A segment has \"start\", \"end\" and \"text\".") : segment);
        }

        return segments;
    }
}
