namespace Workflows.Shared.Debate;

/// <summary>What became of a persona.</summary>
public sealed record PersonaReport
{
    /// <summary><c>thesis</c>, <c>antithesis</c>, <c>synthesis</c>.</summary>
    public required string Persona { get; init; }

    /// <summary>What it said; null: it failed.</summary>
    public PersonaOutput? Output { get; init; }

    /// <summary>Why it failed; null: it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>Whether it spoke only in a second try, alone.</summary>
    public bool Retried { get; init; }

    /// <summary>When it started, in seconds since the debate began.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>How long it took, in seconds, waiting included.</summary>
    public required double Seconds { get; init; }
}
