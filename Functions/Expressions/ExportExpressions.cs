using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Expressions;
using Workflows.Shared.Expressions.Exports;

namespace Workflows.Functions.Expressions;

/// <summary><c>GET /api/v1/expressions/{id}/export?format=json|csv|anki|text</c>: the report of an analysis that has ended, as a file.</summary>
internal static class ExportExpressions
{
    /// <summary>Answers 404 for an id that is no analysis, 409 while it has no report, 400 for an unknown format. The default is JSON. CSV begins with a byte order mark, as spreadsheets want it.</summary>
    [Function(nameof(ExportExpressions))]
    public static async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/expressions/{id}/export")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        (ExpressionFormat Format, string ContentType)? wanted = ((string?)request.Query["format"])?.ToLowerInvariant() switch
        {
            null or "" or "json" => (ExpressionFormat.Json, "application/json; charset=utf-8"),
            "csv" => (ExpressionFormat.Csv, "text/csv; charset=utf-8"),
            "anki" => (ExpressionFormat.Anki, "text/plain; charset=utf-8"),
            "text" => (ExpressionFormat.Text, "text/plain; charset=utf-8"),
            _ => null,
        };
        if (wanted is not { } format)
        {
            return WorkflowResponses.Invalid(new InvalidRequestException("format", "The format is json, csv, anki or text."));
        }

        if (await RunLookup.FindAsync(client, id, ExpressionNames.Orchestrator, cancellationToken) is not { } instance)
        {
            return WorkflowResponses.NotFound(id);
        }

        return instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed && instance.ReadOutputAs<ExpressionReport>() is { } report
            ? Results.Text((ExpressionExport.IsMarked(format.Format) ? "\uFEFF" : "") + ExpressionExport.Write(report, format.Format), format.ContentType)
            : Results.Problem($"The run '{id}' has no report{(instance.IsCompleted ? "" : " yet")}. Its state: GET /api/v1/expressions/{id}.", statusCode: StatusCodes.Status409Conflict, title: "There is no report.");
    }
}
