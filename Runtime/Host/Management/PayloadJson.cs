using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflows.Runtime.Host.Binding;

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

    /// <summary>A request's body as a payload, whatever its content type; null for an empty one.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static async Task<object?> ReadBodyAsync(HttpRequest request)
    {
        byte[] body = await BytesAsync(request);
        return body.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>A request's body as an event's payload; null for an empty one.</summary>
    /// <exception cref="RequestFaultException">The body is not declared as application/json.</exception>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static async Task<object?> ReadEventAsync(HttpRequest request)
    {
        byte[] body = await BytesAsync(request);
        return body.Length == 0 && request.ContentType is null ? null
            : IsJson(request) ? JsonSerializer.Deserialize<JsonElement>(body)
            : throw new RequestFaultException("Content-Type", "An event's body must be JSON with the content type application/json.");
    }

    /// <summary>A request's body as an operation's input: JSON where it is declared so, else the text itself; null for an empty one.</summary>
    /// <exception cref="JsonException">The body is declared as JSON but is not.</exception>
    public static async Task<object?> ReadOperationAsync(HttpRequest request)
    {
        byte[] body = await BytesAsync(request);
        return body.Length == 0 ? null
            : IsJson(request) ? JsonSerializer.Deserialize<JsonElement>(body)
            : Encoding.UTF8.GetString(body);
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type && type.Split(';')[0].Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using MemoryStream body = new();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body.ToArray();
    }
}
