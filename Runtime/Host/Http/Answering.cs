using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Runtime.Engine.Journal;
using Workflows.Runtime.Host.Binding;

namespace Workflows.Runtime.Host.Http;

/// <summary>Turns what goes wrong with a request of the host's own APIs into its answer.</summary>
internal static class Answering
{
    public static async Task<IResult> AnswerAsync(HttpContext http, Func<HttpContext, Task<IResult>> answer, ILogger logger)
    {
        try
        {
            return await answer(http);
        }
        catch (RequestFaultException fault)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, fault.Message, fault.Field);
        }
        catch (RefusedException refused)
        {
            return Problem.Of(refused.Status, refused.Message);
        }
        catch (JsonException)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, "The body is not JSON.", "body");
        }
        catch (BadHttpRequestException fault)
        {
            return Problem.Of(fault.StatusCode, "The request cannot be read.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return TypedResults.Empty;
        }
        catch (JournalException e)
        {
            HostLog.ManagementFailed(logger, http.Request.Method, http.GetEndpoint()?.DisplayName ?? string.Empty, e);
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "The data file cannot be read or written now; the host's log says why.");
        }
        catch (Exception e)
        {
            HostLog.ManagementFailed(logger, http.Request.Method, http.GetEndpoint()?.DisplayName ?? string.Empty, e);
            return Problem.Of(StatusCodes.Status500InternalServerError, "The request failed; the host's log says why.");
        }
    }
}
