using System.Collections.Immutable;
using Workflows.Durable;
using Workflows.Durable.Client;
using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Engine.Client;

/// <summary>What a client is told of an instance. Without a converter it did not ask for payloads, and gets none.</summary>
internal static class InstanceMetadata
{
    public static OrchestrationMetadata Of(InstanceRecord head, DataConverter? converter) => Create(head, converter, converter is null ? null : head.CustomStatus);

    /// <summary>One of a list: those come with their custom status, asked for or not.</summary>
    public static OrchestrationMetadata Listed(InstanceRecord head, DataConverter? converter) => Create(head, converter, head.CustomStatus);

    private static OrchestrationMetadata Create(InstanceRecord head, DataConverter? converter, string? customStatus) => new(head.Name, head.Id)
    {
        DataConverter = converter,
        CreatedAt = head.Created,
        LastUpdatedAt = head.Updated,
        RuntimeStatus = head.Status,
        SerializedInput = converter is null ? null : head.Input,
        SerializedOutput = converter is null ? null : head.Output ?? head.Failure?.ErrorMessage,
        SerializedCustomStatus = customStatus,
        FailureDetails = converter is null ? null : head.Failure,
        Tags = head.Tags ?? ImmutableDictionary<string, string>.Empty,
    };
}
