using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Activities.Consultation;
using Workflows.Activities.Models;
using Workflows.Functions.Http;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;

namespace Workflows.Functions.Consultation;

/// <summary><c>POST /api/v1/consultation/quick-summary</c>: one or two sentences within three seconds, always.</summary>
internal sealed class QuickSummaryFunction(
    BoundCallers callers, QuickSummarizer summarizer, QuickSummaryLog log, ConsultationMetrics metrics, StandingBlocks blocks, ModelCatalogue catalogue, TimeProvider time)
{
    /// <summary>The most bytes a request may have.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Answers 200 with the summary, however it came about.</summary>
    [Function("QuickSummary")]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/consultation/quick-summary")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        QuickSummaryRequest conversation;
        string caller;
        long received;
        try
        {
            byte[] bytes = await RequestBody.ReadAsync(request, MaxBytes, cancellationToken);
            received = time.GetTimestamp();
            using JsonDocument? body = ConsultationBody.Parse(bytes);
            (string? admitted, IResult? refusal) = callers.Admit(request, ConsultationBody.KeyIn(body));
            if (admitted is null)
            {
                return refusal!;
            }

            caller = admitted;
            JsonElement root = body?.RootElement ?? throw new InvalidRequestException("body", "The body is not the expected JSON: {\"consultation_id\": text, \"conversation_text\": text, \"bound_key\"?: text, \"priority\"?: \"normal\" | \"high\"}.");
            ConsultationBody.Priority(root, "");
            conversation = new QuickSummaryRequest(ConsultationBody.Id(root, ""), ConsultationBody.Conversation(root, "", MaxBytes));
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        if (catalogue.TryGetTask(ConsultationNames.QuickSummaryTask, out ModelTask? task))
        {
            blocks.Keep(client, task, QuickSummarizer.TokensOfACall);
        }

        QuickSummary summary = await summarizer.SummarizeAsync(conversation, received, cancellationToken);
        metrics.Answered("quick-summary", ok: true);

        // What counts is the whole way, to the last byte of the answer.
        request.HttpContext.Response.OnCompleted(() =>
        {
            log.Note(caller, summary, time.GetElapsedTime(received));
            return Task.CompletedTask;
        });
        return Results.Json(summary, ConsultationJson.Options);
    }
}
