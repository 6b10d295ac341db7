using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Stages;
using Workflows.Shared.Interview.Uploads;

namespace Workflows.Functions.Interview;

/// <summary><c>POST /api/v1/interviews/{id}/answers</c>: answers a question.</summary>
internal sealed class AnswerQuestion(AnswerDesk desk)
{
    /// <summary>
    /// Answers 202 when it is the stage's answer, 200 when it was before; 409 when the stage has another one, has no question yet, or the interview has ended; 400 for what cannot be an answer, 404 for an id that is no
    /// interview.
    /// </summary>
    [Function(nameof(AnswerQuestion))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/interviews/{id}/answers")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        AnswerUpload upload;
        try
        {
            upload = await AnswerBody.ReadAsync(request, cancellationToken);
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        (AnswerResult result, PlannedStage? stage) = await desk.TakeAsync(client, id, upload, cancellationToken);
        return result switch
        {
            AnswerResult.Accepted => Results.Json(Receipt(id, stage!, "accepted"), InterviewJson.Options, statusCode: StatusCodes.Status202Accepted),
            AnswerResult.Repeated => Results.Json(Receipt(id, stage!, "already_accepted"), InterviewJson.Options),
            AnswerResult.Refused => Conflict("The stage is answered.", $"The stage '{stage!.Key}' has another answer already; the first one counts."),
            AnswerResult.TooEarly => Conflict("There is no question yet.", $"{(stage is null ? "No stage" : $"The stage '{stage.Key}'")} waits for an answer. Wait for the next question: GET /api/v1/interviews/{id}/next?wait=30."),
            AnswerResult.UnknownStage => WorkflowResponses.Invalid(new InvalidRequestException("stage", "The interview has no such stage; take the key from its open stage, or leave the stage out.")),
            AnswerResult.Unheard => WorkflowResponses.Invalid(new InvalidRequestException("audio", "No model is configured that writes recordings down (task speech-to-text); send the answer as text.")),
            AnswerResult.Ended => Conflict("The interview has ended.", $"The interview '{id}' takes no more answers."),
            _ => WorkflowResponses.NotFound(id),
        };
    }

    private static AnswerReceipt Receipt(string id, PlannedStage stage, string status) => new(id, stage.Key, status, $"/api/v1/interviews/{Uri.EscapeDataString(id)}/next?wait=30&after={Uri.EscapeDataString(stage.Key)}");

    private static IResult Conflict(string title, string detail) => Results.Problem(detail, statusCode: StatusCodes.Status409Conflict, title: title);
}
