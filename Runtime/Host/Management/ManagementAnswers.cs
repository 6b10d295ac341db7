using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Management;

/// <summary>Answers of the management API. Their JSON is the API's own, whatever the application has configured.</summary>
internal static class ManagementAnswers
{
    private const string RetrySeconds = "10";

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, JsonSerializerOptions.Web, statusCode: status);

    /// <summary>202 with the management addresses.</summary>
    public static IResult Accepted(HttpContext http, HttpManagementPayload payload)
    {
        Poll(http, payload);
        return Json(payload, StatusCodes.Status202Accepted);
    }

    /// <summary>Says where and when to look again.</summary>
    public static void Poll(HttpContext http, HttpManagementPayload payload)
    {
        http.Response.Headers.Location = payload.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = RetrySeconds;
    }

    /// <summary>The address under which the caller reached this host.</summary>
    public static string BaseAddress(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
