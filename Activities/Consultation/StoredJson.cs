using System.Text.Json;
using Workflows.Shared.Consultation;

namespace Workflows.Activities.Consultation;

/// <summary>Records in the content store.</summary>
internal static class StoredJson
{
    /// <summary>A record; null when there is none or what is there is not one.</summary>
    public static async Task<T?> ReadAsync<T>(IContentStore store, string key, CancellationToken cancellationToken)
        where T : class
    {
        if (await store.GetAsync(key, cancellationToken) is not { } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(content.Span, ConsultationJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a record.</summary>
    public static Task WriteAsync<T>(IContentStore store, string key, T value, CancellationToken cancellationToken) =>
        store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(value, ConsultationJson.Options), cancellationToken);
}
