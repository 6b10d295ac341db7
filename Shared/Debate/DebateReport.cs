namespace Workflows.Shared.Debate;

/// <summary>The end of a debate.</summary>
public sealed record DebateReport
{
    /// <summary>What was debated.</summary>
    public required string Goal { get; init; }

    /// <summary>How it ran: <see cref="DebateMode.Parallel"/> or <see cref="DebateMode.Sequential"/>.</summary>
    public required DebateMode Mode { get; init; }

    /// <summary>Why it ran so.</summary>
    public required string ModeReason { get; init; }

    /// <summary>1 to 10.</summary>
    public required int Complexity { get; init; }

    /// <summary>Thesis, antithesis, synthesis.</summary>
    public required IReadOnlyList<PersonaReport> Personas { get; init; }

    /// <summary>The synthesis.</summary>
    public required PersonaOutput Synthesis { get; init; }

    /// <summary>The gate on its evidence.</summary>
    public required GateResult Gate { get; init; }

    /// <summary>What went another way than planned, one statement each; empty: nothing.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>The documents that the personas saw, in their order.</summary>
    public IReadOnlyList<string> EvidenceShown { get; init; } = [];

    /// <summary>All events, in their order.</summary>
    public required IReadOnlyList<LedgerEvent> Ledger { get; init; }

    /// <summary>Seconds from the start to the end.</summary>
    public required double Seconds { get; init; }

    /// <summary>Whether the simulator answered anything.</summary>
    public bool Simulated { get; init; }
}
