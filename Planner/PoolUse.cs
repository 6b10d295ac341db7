namespace Workflows.Planner;

/// <summary>What a run made of one pool. Times are seconds.</summary>
public sealed record PoolUse
{
    /// <summary>The pool.</summary>
    public required string Pool { get; init; }

    /// <summary>Requests that were sent to it.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests that it turned away or broke off.</summary>
    public required int Failed { get; init; }

    /// <summary>Its limit of concurrency.</summary>
    public required int MaxConcurrent { get; init; }

    /// <summary>Its limit of calls a minute.</summary>
    public int? CallsPerMinute { get; init; }

    /// <summary>The sum of its requests' times.</summary>
    public required double BusySeconds { get; init; }

    /// <summary>Share of its slots' time in which they were busy, over the whole run.</summary>
    public required double Busy { get; init; }

    /// <summary>Share of the calls that its rate allowed in the run's begun minutes; null without a rate.</summary>
    public double? RateUsed { get; init; }

    /// <summary>Most requests at once, as the simulator counted.</summary>
    public required int PeakConcurrent { get; init; }

    /// <summary>Most requests in any 60 seconds, as the simulator counted.</summary>
    public required int PeakCallsPerMinute { get; init; }
}
