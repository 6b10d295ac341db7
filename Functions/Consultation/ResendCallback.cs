using Microsoft.AspNetCore.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary><c>POST /api/v1/consultation/callbacks/{deliveryId}/resend</c>: sends an undelivered callback again. For operators, not for clients.</summary>
internal static class ResendCallback
{
    /// <summary>Answers 202 when it is being sent again, by this request or one before; 404 when it is not listed.</summary>
    [Function(nameof(ResendCallback))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/consultation/callbacks/{deliveryId}/resend")] HttpRequest request,
        string deliveryId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        await CallbackDesk.ResendAsync(client, deliveryId, cancellationToken) is null
            ? Results.Problem("No undelivered callback has this id.", statusCode: StatusCodes.Status404NotFound, title: "Not found.")
            : Results.Json(new { deliveryId, status = "sending" }, ConsultationJson.Options, statusCode: StatusCodes.Status202Accepted);
}
