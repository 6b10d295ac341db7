using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Workflows.Functions.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary><c>POST /api/v1/consultation/batch-analysis</c>: accepts a batch as a whole, or not at all. The same batch sent again within a day is answered with the one that was accepted.</summary>
internal sealed class BatchAnalysisFunction(BoundCallers callers, BatchDesk desk, IOptions<ConsultationOptions> options)
{
    /// <summary>The most bytes a request may have.</summary>
    public const int MaxBytes = BatchAnalysisBody.MaxBytes;

    private const string IdempotencyKey = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <summary>Answers 202 with the batch once it is accepted.</summary>
    [Function("BatchAnalysis")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/consultation/batch-analysis")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        try
        {
            byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
            using JsonDocument? body = ConsultationBody.Parse(bytes);
            (string? caller, IResult? refusal) = callers.Admit(request, ConsultationBody.KeyIn(body));
            if (caller is null)
            {
                return refusal!;
            }

            JsonElement root = body?.RootElement ?? throw new InvalidRequestException("body", "The body is no JSON object.");
            BatchSubmission batch = BatchAnalysisBody.Read(root, caller, options.Value);
            return Answer(await desk.AcceptAsync(client, batch, Key(request), cancellationToken));
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }
    }

    private static IResult Answer((BatchAcceptance? Acceptance, string? Fault, int Status) answer) => answer.Acceptance is { } acceptance
        ? Results.Json(acceptance, ConsultationJson.Options, statusCode: StatusCodes.Status202Accepted)
        : Results.Problem(answer.Fault, statusCode: answer.Status, title: answer.Status == StatusCodes.Status409Conflict ? "The idempotency key is taken." : "The batch was not accepted.");

    private static string? Key(HttpRequest request)
    {
        string? key = request.Headers.TryGetValue(IdempotencyKey, out Microsoft.Extensions.Primitives.StringValues values) ? values.ToString() : null;
        return key is null or { Length: > 0 and <= LongestKey } ? key : throw new InvalidRequestException(IdempotencyKey, $"An idempotency key has 1 to {LongestKey} characters.");
    }
}
