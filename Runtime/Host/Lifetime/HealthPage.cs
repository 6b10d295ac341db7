using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Workflows.Runtime.Host.Lifetime;

/// <summary>
/// What probes ask, without a key. <c>/health/live</c> (and <c>/health</c>): the process serves; 200 from the first request to the last. <c>/health/ready</c>: work is
/// welcome; 503 while the host starts or stops, and while its data file cannot be written.
/// </summary>
/// <param name="phase">How far the host is.</param>
/// <param name="writes">False while the data file cannot be written.</param>
internal sealed class HealthPage(Func<HostPhase> phase, Func<bool> writes)
{
    private const string Ok = "ok";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/health", () => Answer(Ok, StatusCodes.Status200OK));
        endpoints.MapGet("/health/live", () => Answer(Ok, StatusCodes.Status200OK));
        endpoints.MapGet("/health/ready", Ready);
    }

    private JsonHttpResult<HealthAnswer> Ready() => phase() switch
    {
        HostPhase.Starting => Answer("starting", StatusCodes.Status503ServiceUnavailable),
        HostPhase.Stopping => Answer("stopping", StatusCodes.Status503ServiceUnavailable),
        _ when !writes() => Answer("the data file cannot be written", StatusCodes.Status503ServiceUnavailable),
        _ => Answer(Ok, StatusCodes.Status200OK),
    };

    private static JsonHttpResult<HealthAnswer> Answer(string status, int code) => TypedResults.Json(new HealthAnswer(status), statusCode: code);
}
