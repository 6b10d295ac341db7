namespace Workflows.Planner.Running;

/// <summary>One request as it was sent under a lease of the fleet. Times are seconds since the start of the run.</summary>
public sealed record SentRequest
{
    /// <summary>The lease, whose id begins with the call's instance.</summary>
    public required string Lease { get; init; }

    /// <summary>The task, for example <c>F3</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The pool that it was sent to.</summary>
    public required string Pool { get; init; }

    /// <summary>When its lease was given.</summary>
    public required double Granted { get; init; }

    /// <summary>When it was sent.</summary>
    public required double Sent { get; init; }

    /// <summary>When it ended.</summary>
    public double Ended { get; init; }

    /// <summary>The HTTP status; 0 when it ended without one.</summary>
    public int Status { get; init; }

    /// <summary>How long it takes by the profile of each pool, also of those that it was not sent to.</summary>
    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    /// <summary>The pools that may serve it.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The instance of the call.</summary>
    public string Instance => Lease[..Lease.LastIndexOf(':')];

    /// <summary>The piece of work that it belongs to: its caller's instance.</summary>
    public string Work => Instance.LastIndexOf(':') is > 0 and var end ? Instance[..end] : Instance;
}
