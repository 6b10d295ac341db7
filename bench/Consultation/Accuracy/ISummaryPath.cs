namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>A way from a dialogue to its summary.</summary>
internal interface ISummaryPath
{
    /// <summary>What it is, in a few words.</summary>
    string Name { get; }

    /// <summary>The model that answers, as the catalogue names it.</summary>
    string Model { get; }

    /// <summary>Summarises.</summary>
    /// <returns>The summary, or null when there is none.</returns>
    Task<string?> SummariseAsync(LabelledDialogue dialogue, CancellationToken cancellation);
}
