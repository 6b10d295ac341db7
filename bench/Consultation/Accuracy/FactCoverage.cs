using Workflows.Shared.Consultation.Analysis;

namespace Workflows.Bench.Consultation.Accuracy;

/// <summary>Which of the labelled facts a summary says. A fact counts when one of its wordings stands in the summary with all its words.</summary>
internal static class FactCoverage
{
    /// <summary>The facts that are missing.</summary>
    public static IReadOnlyList<LabelledFact> Missing(LabelledDialogue dialogue, string summary)
    {
        ConversationEvidence said = new(summary);
        return [.. dialogue.Facts.Where(fact => !fact.Wordings.Any(wording => wording.Split(' ').All(word => Says(said, word))))];
    }

    private static bool Says(ConversationEvidence said, string word) =>
        said.Says(word) || (word.Any(char.IsAsciiDigit) && said.UnsaidNumbers(word).Count == 0);
}
