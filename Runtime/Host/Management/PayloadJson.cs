using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Management;

/// <summary>Payloads between the journal's text and the API's JSON.</summary>
internal static class PayloadJson
{
    /// <summary>The text as JSON; as a JSON string where an application's own converter writes something else.</summary>
    public static JsonElement? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text);
        }
    }

    /// <summary>A request's body as a payload; null for an empty one.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static async Task<object?> ReadBodyAsync(HttpRequest request)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}
