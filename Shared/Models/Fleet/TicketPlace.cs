namespace Workflows.Shared.Models.Fleet;

/// <summary>Where an instance stands with the fleet.</summary>
public sealed record TicketPlace
{
    /// <summary>The pools that may serve it.</summary>
    public required IReadOnlyList<string> Pools { get; init; }

    /// <summary>Who waits for it.</summary>
    public CallClass? Class { get; init; }

    /// <summary>When it first asked, or was given its lease.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Its place among those that wait for any of its pools, from 1; null: it has a lease.</summary>
    public int? Place { get; init; }

    /// <summary>How many wait for any of its pools.</summary>
    public int? Waiting { get; init; }

    /// <summary>When its turn is expected to come; null: that cannot be told.</summary>
    public DateTimeOffset? Expected { get; init; }

    /// <summary>True when a slot is held for it.</summary>
    public bool IsOffered { get; init; }

    /// <summary>The pool of its lease; null: it waits.</summary>
    public string? Lease { get; init; }
}
