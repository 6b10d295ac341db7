using Microsoft.AspNetCore.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary><c>GET /api/v1/consultation/callbacks</c>: the callbacks that were not delivered. For operators, not for clients.</summary>
internal static class ListCallbacks
{
    /// <summary>Answers <see cref="UndeliveredCallbackList"/>.</summary>
    [Function(nameof(ListCallbacks))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/consultation/callbacks")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<UndeliveredCallback> listed = await CallbackDesk.ListAsync(client, cancellationToken);
        return Results.Json(new UndeliveredCallbackList { Callbacks = [.. listed.Select(UndeliveredCallbackView.Of)] }, ConsultationJson.Options);
    }
}
