using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>Errors as application/problem+json. They tell the caller what to change, and nothing of the inside.</summary>
internal static class Problem
{
    public static Task WriteAsync(HttpContext http, int status, string detail, string? field = null) =>
        Of(status, detail, field).ExecuteAsync(http);

    public static IResult Of(int status, string detail, string? field = null) => TypedResults.Problem(
        detail, statusCode: status, extensions: field is null ? null : [KeyValuePair.Create<string, object?>("field", field)]);
}
