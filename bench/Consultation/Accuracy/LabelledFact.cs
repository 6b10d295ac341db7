namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>Something that a summary of a dialogue should say.</summary>
internal sealed record LabelledFact
{
    /// <summary>The fact, for people.</summary>
    public required string Fact { get; init; }

    /// <summary>Wordings of which one has to stand in the summary: all words of it, in any order, blanks and inflection aside.</summary>
    public required IReadOnlyList<string> Wordings { get; init; }
}
