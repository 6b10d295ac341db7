using Workflows.Shared.Debate.Evidence;

namespace Workflows.Activities.Debate;

/// <summary>Chooses what of the evidence the personas see, once its likeness to the goal is known.</summary>
public static class SelectEvidence
{
    /// <summary>The passages, in the documents' own order.</summary>
    /// <param name="select">What they are chosen by.</param>
    [Function(nameof(SelectEvidence))]
    public static IReadOnlyList<EvidencePassage> Run([ActivityTrigger] EvidenceSelect select)
    {
        ArgumentNullException.ThrowIfNull(select);
        Dictionary<(string, int), double> likeness = select.Likeness.ToDictionary(entry => (entry.EvidenceId, entry.Part), entry => entry.Value);
        return EvidenceSelection.Choose(
            EvidenceSelection.QuestionOf(select.Request),
            select.Request.Evidence,
            select.MaxTokens,
            passage => likeness.GetValueOrDefault((passage.EvidenceId, passage.Part)));
    }
}
