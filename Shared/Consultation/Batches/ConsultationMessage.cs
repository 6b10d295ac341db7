using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflows.Shared.Consultation;

/// <summary>
/// A message on the queue <c>consultations</c>: either a consultation of a batch that was accepted (<see cref="BatchId"/> and <see cref="Index"/>; its content
/// is stored), or one that another system puts there (<see cref="ClientId"/>, <see cref="ConsultationId"/> and <see cref="ConversationText"/>), which becomes a batch of one.
/// </summary>
public sealed record ConsultationMessage
{
    /// <summary>The accepted batch.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BatchId { get; init; }

    /// <summary>The place in it, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Index { get; init; }

    /// <summary>The client that a consultation from elsewhere belongs to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }

    /// <summary>The client's id of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConsultationId { get; init; }

    /// <summary>The conversation.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConversationText { get; init; }

    /// <summary>What else is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Metadata { get; init; }

    /// <summary>How urgent it is.</summary>
    public ConsultationPriority Priority { get; init; }

    /// <summary>Where the result goes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CallbackUrl { get; init; }
}
