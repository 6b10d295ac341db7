using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate;

namespace Workflows.Functions.Debate;

/// <summary>The body of <c>POST /api/v1/debates</c>: JSON <c>{goal, plan?, context?, complexity?, mode?, evidence?, id?}</c>. Whatever is wrong is said before anything starts.</summary>
internal sealed record DebateBody
{
    /// <summary>The most bytes a request may have: all texts at their longest, each character escaped as <c>\uXXXX</c>, as many clients do with Korean.</summary>
    public const int MaxBytes = 13 * 1024 * 1024;

    private const string Shape = "The body is not the expected JSON: {\"goal\": text, \"plan\"?: text, \"context\"?: text, \"complexity\"?: 1 to 10, \"mode\"?: \"auto\" | \"parallel\" | \"sequential\", \"evidence\"?: [{\"id\": text, \"title\"?: text, \"text\": text}], \"id\"?: text}.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public string? Goal { get; init; }

    public string? Plan { get; init; }

    public string? Context { get; init; }

    public int? Complexity { get; init; }

    public string? Mode { get; init; }

    public IReadOnlyList<DebateBodyDocument?>? Evidence { get; init; }

    /// <summary>The run's id, for a caller that may send the same request twice: while the run is under way it is attached to.</summary>
    public string? Id { get; init; }

    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<DebateBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<DebateBody>(bytes, Strict) ?? throw new InvalidRequestException("body", Shape);
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(e.Path is { Length: > 2 } path ? path[2..] : "body", Shape);
        }
    }

    /// <summary>A body that has been parsed already; fields that are not its own are passed over.</summary>
    /// <exception cref="JsonException">A field is of another kind; names its path.</exception>
    public static DebateBody? Read(JsonElement body) => body.Deserialize<DebateBody>(Json);

    /// <exception cref="InvalidRequestException">A field cannot be used; names it.</exception>
    public DebateRequest ToRequest()
    {
        RunIdRule.Check(Id);
        DebateRequest request = new()
        {
            Goal = Goal ?? "",
            Plan = Plan,
            Context = Context,
            Complexity = Complexity,
            Mode = ModeOf(Mode),
            Evidence = [.. (Evidence ?? []).Select(document => new EvidenceDocument { Id = document?.Id ?? "", Title = document?.Title ?? "", Text = document?.Text ?? "" })],
        };
        return DebateRules.Check(request) is { } fault ? throw new InvalidRequestException(fault.Field, fault.Fault) : request;
    }

    private static DebateMode ModeOf(string? mode) => mode switch
    {
        null or "auto" => DebateMode.Auto,
        "parallel" => DebateMode.Parallel,
        "sequential" => DebateMode.Sequential,
        _ => throw new InvalidRequestException("mode", "The mode is auto, parallel or sequential."),
    };
}
