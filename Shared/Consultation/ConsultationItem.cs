using System.Text.Json;

namespace Workflows.Shared.Consultation;

/// <summary>One consultation as the call centre sends it. Everything in it is hostile.</summary>
public sealed record ConsultationItem
{
    /// <summary>The caller's id: 1 to 100 characters without control characters.</summary>
    public required string ConsultationId { get; init; }

    /// <summary>The conversation; not empty.</summary>
    public required string ConversationText { get; init; }

    /// <summary>What else the caller says of it, an object; kept, not read.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>How urgent it is.</summary>
    public ConsultationPriority Priority { get; init; }
}
