using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;
using Workflows.Shared.Interview.Reports;

namespace Workflows.Functions.Interview;

/// <summary><c>GET /api/v1/interviews/{id}/report?format=</c>: the report of an interview that has ended, as JSON or for reading.</summary>
internal static class GetInterviewReport
{
    /// <summary>Answers 404 for an id that is no interview, 409 while it has no report, 400 for an unknown format. The default is JSON.</summary>
    [Function(nameof(GetInterviewReport))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/interviews/{id}/report")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        string format = ((string?)request.Query["format"])?.ToLowerInvariant() ?? "json";
        if (format is not ("json" or "text"))
        {
            return WorkflowResponses.Invalid(new InvalidRequestException("format", "The format is json or text."));
        }

        if (await InterviewView.FindAsync(client, id, cancellationToken) is not { } instance)
        {
            return WorkflowResponses.NotFound(id);
        }

        if (InterviewView.Of(instance).Result is not { } report)
        {
            return Results.Problem($"The interview '{id}' has no report{(instance.IsCompleted ? "" : " yet")}. Its state: GET /api/v1/interviews/{id}.", statusCode: StatusCodes.Status409Conflict, title: "There is no report.");
        }

        return format == "text" ? Results.Text(InterviewReportText.Of(report), "text/plain; charset=utf-8") : Results.Json(report, InterviewJson.Indented);
    }
}
