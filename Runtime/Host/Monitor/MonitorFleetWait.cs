namespace Workflows.Runtime.Host.Monitor;

/// <summary>A place in the fleet's queue, or a lease.</summary>
public sealed record MonitorFleetWait
{
    /// <summary>The pools that may serve it.</summary>
    public required IReadOnlyList<string> Pools { get; init; }

    /// <summary>Who waits for it: real time, interactive or batch.</summary>
    public string? Class { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Its place among those that wait for any of its pools, from 1; null: it holds a lease.</summary>
    public int? Place { get; init; }

    /// <summary>How many wait for any of its pools.</summary>
    public int? Waiting { get; init; }

    /// <summary>When its turn is expected to come; null: that cannot be told.</summary>
    public DateTimeOffset? Expected { get; init; }

    /// <summary>True when a slot is held for it.</summary>
    public bool Offered { get; init; }

    /// <summary>The pool that answers now; null: it waits.</summary>
    public string? Lease { get; init; }
}
