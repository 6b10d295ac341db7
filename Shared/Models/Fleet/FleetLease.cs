using System.Text.Json.Serialization;

namespace Workflows.Shared.Models.Fleet;

/// <summary>The right to send one request to one pool.</summary>
public sealed record FleetLease
{
    /// <summary>The lease's id, which is its ticket's.</summary>
    public required string Id { get; init; }

    /// <summary>The pool.</summary>
    public required string Pool { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset GrantedAt { get; init; }

    /// <summary>The request is not sent after this time.</summary>
    public required DateTimeOffset StartBefore { get; init; }

    /// <summary>When the lease ends by itself.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How long the call may last at this pool, in seconds.</summary>
    public required int TimeoutSeconds { get; init; }

    /// <summary>The resource that the pool's model runs on, which is the tag of the activity that sends; null: none that is counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResourceClass { get; init; }
}
