using Workflows.Shared.Text;

namespace Workflows.Shared.Debate.Evidence;

/// <summary>Cuts documents into passages, by <see cref="TextPassages"/>.</summary>
internal static class EvidencePassages
{
    /// <summary>The longest passage, in characters.</summary>
    public const int Longest = 1_200;

    /// <summary>The passages of a document, in order.</summary>
    public static IEnumerable<EvidencePassage> Of(EvidenceDocument document) => TextPassages.Of(document.Text, Longest)
        .Select((passage, part) => new EvidencePassage { EvidenceId = document.Id, Title = document.Title, Part = part, Text = passage });
}
