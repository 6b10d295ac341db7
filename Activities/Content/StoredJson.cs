using System.Text.Json;

namespace Workflows.Activities.Content;

/// <summary>Records in the content store.</summary>
internal static class StoredJson
{
    /// <summary>A record; null when there is none or what is there is not one.</summary>
    public static async Task<T?> ReadAsync<T>(IContentStore store, string key, JsonSerializerOptions json, CancellationToken cancellationToken)
        where T : class
    {
        if (await store.GetAsync(key, cancellationToken) is not { } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(content.Span, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a record.</summary>
    public static Task WriteAsync<T>(IContentStore store, string key, T value, JsonSerializerOptions json, CancellationToken cancellationToken) =>
        store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(value, json), cancellationToken);
}
