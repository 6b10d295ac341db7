using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Functions.Debate;

/// <summary>The body of <c>POST /api/v1/debate-rollout/{operation}</c>: nothing, or JSON <c>{reason?, id?}</c>.</summary>
internal sealed record RolloutBody
{
    private const int MaxBytes = 8 * 1024;
    private const string Shape = "The body is not the expected JSON: {\"reason\"?: text, \"id\"?: text}.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public string? Reason { get; init; }

    /// <summary>A name for the change, for a caller that may send it twice: it is made once within a day.</summary>
    public string? Id { get; init; }

    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<RolloutBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        try
        {
            RolloutBody body = bytes.Length == 0 ? new RolloutBody() : JsonSerializer.Deserialize<RolloutBody>(bytes, Json) ?? throw new InvalidRequestException("body", Shape);
            return body.Reason is { Length: > RolloutRules.LongestReason } ? throw new InvalidRequestException("reason", $"A reason has up to {RolloutRules.LongestReason} characters.")
                : body.Id is not null && !IsId(body.Id) ? throw new InvalidRequestException("id", "An id has 1 to 100 letters, digits, '-' or '_'.")
                : body;
        }
        catch (JsonException e)
        {
            throw new InvalidRequestException(e.Path is { Length: > 2 } path ? path[2..] : "body", Shape);
        }
    }

    private static bool IsId(string id) => id.Length is > 0 and <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
