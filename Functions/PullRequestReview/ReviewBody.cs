using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Functions.PullRequestReview;

/// <summary>
/// The body of <c>POST /api/v1/reviews</c>: JSON <c>{diff, title?, description?, rules?, id?}</c>, or the diff itself as
/// <c>text/*</c> with title, description, rules and id in the query. Whatever is wrong is said before anything starts.
/// </summary>
internal sealed record ReviewBody
{
    /// <summary>The most bytes a request may have: the largest diff, escaped as JSON, and its texts.</summary>
    public const int MaxBytes = (2 * DiffText.MaxBytes) + (4 * MaxText);

    private const int MaxText = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Diff { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Rules { get; init; }

    /// <summary>The run's id, for a caller that may send the same request twice: while the run is under way it is attached to.</summary>
    public string? Id { get; init; }

    /// <exception cref="InvalidRequestException">The body cannot be used; names the field.</exception>
    public static async Task<ReviewBody> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
        return request.ContentType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true
            ? new ReviewBody
            {
                Diff = Decode(bytes),
                Title = request.Query["title"],
                Description = request.Query["description"],
                Rules = request.Query["rules"],
                Id = request.Query["id"],
            }
            : Parse(bytes);
    }

    /// <exception cref="InvalidRequestException">A field cannot be used; names it.</exception>
    public ReviewRequest ToRequest()
    {
        CheckLength("title", Title, 1000);
        CheckLength("description", Description, MaxText);
        CheckLength("rules", Rules, MaxText);
        RunIdRule.Check(Id);
        try
        {
            ReviewPlanner.Plan(Diff ?? throw new InvalidRequestException("diff", "The diff is missing."));
        }
        catch (InvalidDiffException e)
        {
            throw new InvalidRequestException("diff", e.Message);
        }

        return new ReviewRequest { Diff = Diff, Title = Title, Description = Description, Rules = Rules, Source = "http" };
    }

    private static ReviewBody Parse(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<ReviewBody>(bytes, Json) ?? throw new InvalidRequestException("body", "The body is null.");
        }
        catch (JsonException e)
        {
            string field = e.Path is { Length: > 2 } path ? path[2..] : "body";
            throw new InvalidRequestException(field, "The body is not the expected JSON: {\"diff\": text, \"title\"?: text, \"description\"?: text, \"rules\"?: text, \"id\"?: text}.");
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return DiffText.Decode(bytes);
        }
        catch (InvalidDiffException e)
        {
            throw new InvalidRequestException("diff", e.Message);
        }
    }

    private static void CheckLength(string field, string? text, int most)
    {
        if (text?.Length > most)
        {
            throw new InvalidRequestException(field, $"The {field} is longer than {most:N0} characters.");
        }
    }
}
