using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Expressions;

namespace Workflows.Functions.Expressions;

/// <summary><c>POST /api/v1/expressions</c>: starts the analysis of a film's subtitles.</summary>
internal sealed class StartExpressions(ExpressionInput input)
{
    /// <summary>Checks the request, reads the subtitles and starts. The same subtitles and options under the same id are answered with the run that is under way; others under that id are refused.</summary>
    [Function(nameof(StartExpressions))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v1/expressions")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ExpressionBody body;
        ExpressionRequest expressions;
        try
        {
            body = await ExpressionBody.ReadAsync(request, cancellationToken);
            expressions = body.ToRequest();
        }
        catch (InvalidRequestException e)
        {
            return WorkflowResponses.Invalid(e);
        }

        string id = body.Id ?? $"expressions-{Guid.CreateVersion7():N}";
        ExpressionWork work = ExpressionInput.WorkOf(id, expressions);
        RunStart<ExpressionWork> start = new(request, client, ExpressionNames.Orchestrator, other => other.ContentHash == work.ContentHash && other.Options == work.Options);
        if (body.Id is not null && await start.KnownAsync(id, cancellationToken) is { } known)
        {
            return known;
        }

        await input.StoreAsync(work, expressions, cancellationToken);
        return await start.StartAsync(id, work, cancellationToken);
    }
}
