using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>A wish to send one request.</summary>
public sealed record FleetTicket
{
    /// <summary>The orchestration that waits; invitations are sent to it.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The number of the wish within its orchestration: each request has its own.</summary>
    public required int Number { get; init; }

    /// <summary>The ticket's id.</summary>
    [JsonIgnore]
    public string Id => IdOf(InstanceId, Number);

    /// <summary>The pools that may serve it, the preferred one first. Whichever frees first takes it.</summary>
    public required IReadOnlyList<string> Pools { get; init; }

    /// <summary>Estimate of the prompt plus the most the answer may have.</summary>
    public required int Tokens { get; init; }

    /// <summary>Who waits for it.</summary>
    public required CallClass Class { get; init; }

    /// <summary>When the piece of work began to which it belongs.</summary>
    public required DateTimeOffset WorkStamp { get; init; }

    /// <summary>When it first asked, as an earlier answer told; null when it asks for the first time.</summary>
    public DateTimeOffset? Arrival { get; init; }

    /// <summary>The id of a ticket, which is also its lease's.</summary>
    /// <param name="instanceId">The orchestration.</param>
    /// <param name="number">The number within it.</param>
    public static string IdOf(string instanceId, int number) => FormattableString.Invariant($"{instanceId}:{number}");
}
