using System.Text;

namespace Workflows.Runtime.Host.Queues;

/// <summary>What a function may ask of its message by name, in its context's binding data and by parameters, in any case.</summary>
internal static class QueueMetadata
{
    /// <summary>The names and their types.</summary>
    public static IReadOnlyDictionary<string, Type> Types { get; } = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = typeof(string),
        ["Id"] = typeof(string),
        ["PopReceipt"] = typeof(string),
        ["DequeueCount"] = typeof(long),
        ["InsertionTime"] = typeof(DateTimeOffset),
        ["NextVisibleTime"] = typeof(DateTimeOffset),
        ["ExpirationTime"] = typeof(DateTimeOffset),
    };

    public static IReadOnlyDictionary<string, object?> Of(QueueDelivery delivery, byte[] body) => new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
    {
        ["QueueTrigger"] = Encoding.UTF8.GetString(body),
        ["Id"] = delivery.Id,
        ["PopReceipt"] = delivery.Receipt,
        ["DequeueCount"] = delivery.DequeueCount,
        ["InsertionTime"] = delivery.InsertedAt,
        ["NextVisibleTime"] = delivery.NextVisibleAt,

        // A message without an end has the last instant there is, as the Functions host gives for messages that never expire.
        ["ExpirationTime"] = delivery.ExpiresAt ?? DateTimeOffset.MaxValue,
    };
}
