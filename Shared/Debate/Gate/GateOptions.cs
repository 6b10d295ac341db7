namespace Workflows.Shared.Debate.Gate;

/// <summary>What the gate asks for: the section <c>Debates:Gate</c>.</summary>
public sealed class GateOptions
{
    /// <summary>The fewest claims that a synthesis has.</summary>
    public int MinClaims { get; set; } = 1;

    /// <summary>The share of the claims that must have a citation that stands.</summary>
    public double SupportedShare { get; set; } = 1;

    /// <summary>The share of the citations that must stand.</summary>
    public double StandingShare { get; set; } = 0.9;

    /// <summary>The fewest letters and digits of a quotation, and of each part of one with ellipses; one of Hangul, Kana or Han counts as two. A shorter one proves nothing, unless the document's text is no longer.</summary>
    public int MinQuote { get; set; } = 8;
}
