using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Management;

/// <summary>Answers of the management API. Their JSON is the API's own, whatever the application has configured.</summary>
internal static class ManagementAnswers
{
    private const string SecondsAfterStart = "10";
    private const string SecondsBetweenLooks = "5";

    private static readonly JsonElement Null = JsonSerializer.SerializeToElement<object?>(null);

    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, JsonSerializerOptions.Web, statusCode: status);

    /// <summary>A payload as it is; JSON null where there is none.</summary>
    public static IResult Payload(string? serialized) => Json(PayloadJson.Read(serialized) ?? Null);

    /// <summary>202 with the management addresses.</summary>
    public static IResult Accepted(HttpContext http, HttpManagementPayload payload)
    {
        http.Response.Headers.Location = payload.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = SecondsAfterStart;
        return Json(payload, StatusCodes.Status202Accepted);
    }

    /// <summary>Says that the same request is worth repeating, and when.</summary>
    public static void LookAgain(HttpContext http)
    {
        http.Response.Headers.Location = http.Request.GetEncodedUrl();
        http.Response.Headers.RetryAfter = SecondsBetweenLooks;
    }

    /// <summary>The address under which the caller reached this host.</summary>
    public static string Origin(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";
}
