namespace Workflows.Runtime.Host.Monitor;

/// <summary>One deployed model and how it stands.</summary>
public sealed record MonitorPool
{
    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    /// <summary>The key of its fleet.</summary>
    public required string Fleet { get; init; }

    /// <summary>The model's id at the server.</summary>
    public string? Model { get; init; }

    /// <summary>Scheme, host and port of its server; null: the simulator answers.</summary>
    public string? Endpoint { get; init; }

    /// <summary>True when the simulator answers.</summary>
    public bool Simulated { get; init; }

    /// <summary>Most calls at once, as configured.</summary>
    public required int Configured { get; init; }

    /// <summary>Most calls at once for now, as its answers have taught.</summary>
    public required int Limit { get; init; }

    /// <summary>Calls under way.</summary>
    public int InFlight { get; init; }

    /// <summary>Slots that are offered and not claimed yet.</summary>
    public int Held { get; init; }

    /// <summary>Slots that processes hold for real-time calls.</summary>
    public int Realtime { get; init; }

    /// <summary>Tickets that it may serve, by class.</summary>
    public required IReadOnlyDictionary<string, int> Waiting { get; init; }

    /// <summary>The budget of calls; null: there is none.</summary>
    public MonitorBudget? Calls { get; init; }

    /// <summary>The budget of tokens; null: there is none.</summary>
    public MonitorBudget? Tokens { get; init; }

    /// <summary>Times of the requests that this process has seen; null: none.</summary>
    public MonitorLatency? Latency { get; init; }

    /// <summary>The breaker.</summary>
    public required MonitorBreaker Breaker { get; init; }

    /// <summary>The last requests that failed in this process, newest first.</summary>
    public IReadOnlyList<MonitorError> Errors { get; init; } = [];
}
