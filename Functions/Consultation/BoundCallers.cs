using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>Tells who calls, by the bound key in the header or in the body, and whether the client may call now.</summary>
internal sealed class BoundCallers(BoundKeys keys, RequestQuota quota, TimeProvider time)
{
    private const string Header = "X-Bound-Key";

    /// <summary>Admits a caller.</summary>
    /// <param name="request">The request; its header <c>X-Bound-Key</c> may carry the key.</param>
    /// <param name="bodyKey">The body's <c>bound_key</c>; null when it has none. Keys that differ are no key.</param>
    /// <returns>The client; or, when it is null, what to answer: 401 with the document's body, or 429 with <c>Retry-After</c>.</returns>
    public (string? Client, IResult? Refusal) Admit(HttpRequest request, string? bodyKey)
    {
        string? header = request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues values) ? values.ToString() : null;
        bool differ = header is not null && bodyKey is not null && header != bodyKey;
        DateTimeOffset now = time.GetUtcNow();
        if (keys.Check(differ ? null : header ?? bodyKey, now) is not { } client)
        {
            return (null, Results.Text("""{"error": "Invalid bound key"}""", "application/json", statusCode: StatusCodes.Status401Unauthorized));
        }

        if (quota.Take(client, now) is { } wait)
        {
            int seconds = Math.Max((int)Math.Ceiling(wait.TotalSeconds), 1);
            request.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return (null, Results.Problem($"The client has used up its requests of this minute; the next one is free in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests."));
        }

        return (client, null);
    }
}
