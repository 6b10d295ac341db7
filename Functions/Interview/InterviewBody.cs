using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary>The body of <c>POST /api/v1/interviews</c>: an <see cref="InterviewRequest"/> as JSON, and <c>id?</c>. Whatever is wrong is said before anything starts.</summary>
internal sealed record InterviewBody
{
    /// <summary>The most bytes a request may have: all texts at their longest, in Korean and escaped.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const string Shape =
        "The body is not the expected JSON: {\"role\"?: text, \"language\"?: \"en\" | \"ko\", \"job_description\"?: text, \"resume\"?: text, \"stages\"?: [text], \"answer_minutes\"?: number, \"id\"?: text}.";

    private static readonly JsonSerializerOptions Strict = new(InterviewJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public string? Role { get; init; }

    public string? Language { get; init; }

    public string? JobDescription { get; init; }

    public string? Resume { get; init; }

    public IReadOnlyList<string?>? Stages { get; init; }

    public double? AnswerMinutes { get; init; }

    /// <summary>The run's id, for a caller that may send the same request twice: while the run is under way it is attached to.</summary>
    public string? Id { get; init; }

    /// <summary>Reads the body; an empty one is an interview with every default.</summary>
    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<InterviewBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        try
        {
            return bytes.Length == 0 ? new InterviewBody() : JsonSerializer.Deserialize<InterviewBody>(bytes, Strict) ?? throw new InvalidRequestException("body", Shape);
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(e.Path is { Length: > 2 } path ? path[2..] : "body", Shape);
        }
    }

    /// <exception cref="InvalidRequestException">A field cannot be used; names it.</exception>
    public InterviewRequest ToRequest()
    {
        RunIdRule.Check(Id);
        InterviewRequest request = new()
        {
            Role = Role,
            Language = Language ?? InterviewLanguages.English,
            JobDescription = string.IsNullOrWhiteSpace(JobDescription) ? null : JobDescription,
            Resume = string.IsNullOrWhiteSpace(Resume) ? null : Resume,
            Stages = Stages,
            AnswerMinutes = AnswerMinutes,
        };
        return InterviewRules.Check(request) is { } fault ? throw new InvalidRequestException(fault.Field, fault.Fault) : request;
    }
}
