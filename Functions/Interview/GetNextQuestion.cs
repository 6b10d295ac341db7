using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Http;
using Workflows.Shared.Interview;

namespace Workflows.Functions.Interview;

/// <summary><c>GET /api/v1/interviews/{id}/next?wait=30&amp;after=STAGE</c>: waits for the next question.</summary>
internal sealed class GetNextQuestion(InterviewDesk desk)
{
    private const double MostSeconds = 120;

    /// <summary>
    /// Answers with the interview's state as soon as a question waits for an answer (another one than that of <c>after</c>, where it is given) or the interview has ended; with 204 when the time is over before. 404 for an id
    /// that is no interview.
    /// </summary>
    [Function(nameof(GetNextQuestion))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "v1/interviews/{id}/next")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        string? text = request.Query["wait"];
        double wait = 0;
        if (text is not null && !(double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out wait) && wait <= MostSeconds))
        {
            return WorkflowResponses.Invalid(new InvalidRequestException("wait", $"The wait is a number of seconds from 0 to {MostSeconds}."));
        }

        string? after = request.Query["after"];
        if (await InterviewView.FindAsync(client, id, cancellationToken) is null)
        {
            return WorkflowResponses.NotFound(id);
        }

        InterviewState? state = await desk.WaitAsync(client, id, state => state.IsEnded || (state.Stage is { Question: not null } stage && stage.Key != after), TimeSpan.FromSeconds(wait), cancellationToken);
        return state is null ? Results.NoContent() : Results.Json(state, InterviewJson.Options);
    }
}
