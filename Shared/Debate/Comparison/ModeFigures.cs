namespace Workflows.Shared.Debate.Comparison;

/// <summary>The figures of one mode.</summary>
internal sealed record ModeFigures
{
    /// <summary>How many debates there are, failed ones included.</summary>
    public required int Debates { get; init; }

    /// <summary>How long those took that did not fail.</summary>
    public required LatencyFigures Latency { get; init; }

    /// <summary>How often the gate passed, of the debates that have evidence; that of a failed one did not.</summary>
    public required RateEstimate GatePassRate { get; init; }

    /// <summary>How often anything went another way than planned.</summary>
    public required RateEstimate FallbackRate { get; init; }

    /// <summary>How often a debate failed.</summary>
    public required RateEstimate FailureRate { get; init; }

    /// <summary>The figures.</summary>
    /// <param name="debates">All of one mode.</param>
    public static ModeFigures Of(IReadOnlyCollection<ComparedDebate> debates) => new()
    {
        Debates = debates.Count,
        Latency = LatencyFigures.Of(debates.Where(debate => debate.Seconds is not null).Select(debate => debate.Seconds!.Value)),
        GatePassRate = RateEstimate.From([.. debates.Where(debate => debate.Passed is not null).Select(debate => debate.Passed!.Value)]),
        FallbackRate = RateEstimate.From([.. debates.Select(debate => debate.Fallback)]),
        FailureRate = RateEstimate.From([.. debates.Select(debate => debate.Error is not null)]),
    };
}
