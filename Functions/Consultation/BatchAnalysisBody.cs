using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Functions.Http;
using Workflows.Shared.Callbacks;
using Workflows.Shared.Consultation;

namespace Workflows.Functions.Consultation;

/// <summary>The body of <c>POST /api/v1/consultation/batch-analysis</c>, checked as a whole before anything starts.</summary>
public static class BatchAnalysisBody
{
    /// <summary>The most bytes a batch may have.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int LongestMetadata = 20_000;

    /// <summary>The batch.</summary>
    /// <param name="body">The body.</param>
    /// <param name="client">The authenticated client.</param>
    /// <param name="options">What is allowed.</param>
    /// <exception cref="InvalidRequestException">Something in it cannot be used; names the field.</exception>
    public static BatchSubmission Read(JsonElement body, string client, ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!body.TryGetProperty("consultations", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            throw new InvalidRequestException("consultations", "The consultations are missing or empty: an array of {\"consultation_id\": text, \"conversation_text\": text, \"metadata\"?: object, \"priority\"?: \"normal\" | \"high\"}.");
        }

        if (list.GetArrayLength() > options.MaxBatch)
        {
            throw new InvalidRequestException("consultations", $"There are {list.GetArrayLength():N0} consultations; a batch has at most {options.MaxBatch:N0}. Send them in several batches.");
        }

        ConsultationPriority priority = ConsultationBody.Priority(body, "");
        List<ConsultationItem> items = [.. list.EnumerateArray().Select((item, index) => Item(item, $"consultations[{index}].", priority, options))];
        return Of(items, Callback(body, options), client);
    }

    /// <summary>One consultation by itself.</summary>
    /// <param name="item">The consultation, in the shape that it has in a batch.</param>
    /// <param name="options">What is allowed.</param>
    /// <exception cref="InvalidRequestException">Something in it cannot be used; names the field.</exception>
    public static ConsultationItem ReadItem(JsonElement item, ConsultationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Item(item, "", ConsultationPriority.Normal, options);
    }

    /// <summary>A batch of consultations that were read.</summary>
    /// <param name="items">The consultations.</param>
    /// <param name="callback">Where the results go, checked; null: nowhere.</param>
    /// <param name="client">Whose batch it is.</param>
    public static BatchSubmission Of(IReadOnlyList<ConsultationItem> items, string? callback, string client) =>
        new() { Client = client, Consultations = items, CallbackUrl = callback, ContentHash = Hash(client, items, callback) };

    /// <summary>A batch of one, of a message that is a consultation itself.</summary>
    /// <param name="message">The message.</param>
    /// <param name="client">The client that it names.</param>
    /// <param name="options">What is allowed.</param>
    /// <exception cref="InvalidRequestException">Something in it cannot be used; names the field.</exception>
    public static BatchSubmission ReadOne(JsonElement message, string client, ConsultationOptions options) =>
        Of([ReadItem(message, options)], Callback(message, options), client);

    private static ConsultationItem Item(JsonElement item, string field, ConsultationPriority priority, ConsultationOptions options)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidRequestException(field.TrimEnd('.'), "A consultation is an object.");
        }

        return new ConsultationItem
        {
            ConsultationId = ConsultationBody.Id(item, field),
            ConversationText = ConsultationBody.Conversation(item, field, options.MaxConversation),
            Metadata = Metadata(item, field),
            Priority = item.TryGetProperty("priority", out _) ? ConsultationBody.Priority(item, field) : priority,
        };
    }

    private static JsonElement? Metadata(JsonElement item, string field)
    {
        if (!item.TryGetProperty("metadata", out JsonElement metadata) || metadata.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return metadata.ValueKind == JsonValueKind.Object && IsText(metadata) && metadata.GetRawText().Length <= LongestMetadata
            ? metadata.Clone()
            : throw new InvalidRequestException(field + "metadata", $"The metadata is no object of whole characters, or longer than {LongestMetadata:N0} characters.");
    }

    /// <summary>Whether all names and texts in it are whole: one with half of a character can be stored, but not read again.</summary>
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(property => property.Name is not null && IsText(property.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsText),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Callback(JsonElement body, ConsultationOptions options)
    {
        if (!body.TryGetProperty("callback_url", out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string? url = ConsultationBody.Text(value);
        return CallbackAddress.Refuse(url, options) is { } fault ? throw new InvalidRequestException("callback_url", fault) : url;
    }

    /// <summary>A hash of all that makes the batch what it is: the same batch sent again has the same, whatever its key and the order of its fields.</summary>
    private static string Hash(string client, IReadOnlyList<ConsultationItem> items, string? callback)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(new { client, callback, items }, ConsultationJson.Options));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
