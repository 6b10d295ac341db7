using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.PullRequestReview;

/// <summary>
/// Synthesis as code: the model (F5) proposes which candidates say the same, and this decides what becomes of the proposal.
/// A model that was led astray by the diff it read can neither remove a finding, nor make one up, nor move one.
/// </summary>
public static class FindingMerge
{
    /// <summary>Candidates whose lines lie further apart than this stay apart, whatever the proposal says.</summary>
    public const int MaxDistance = 10;

    /// <summary>An order that does not depend on which answer came first: ids of findings at the same place hang on it.</summary>
    private static readonly Comparer<CandidateFinding> Content = Comparer<CandidateFinding>.Create((one, other) =>
        (one.Side ?? (DiffSide)(-1)).CompareTo(other.Side ?? (DiffSide)(-1)) is var side and not 0 ? side
        : string.CompareOrdinal(one.Quote, other.Quote) is var quote and not 0 ? quote
        : string.CompareOrdinal(one.Category, other.Category) is var category and not 0 ? category
        : string.CompareOrdinal(one.Title, other.Title) is var title and not 0 ? title
        : string.CompareOrdinal(one.Message, other.Message));

    /// <summary>
    /// The merged findings. Every candidate is in exactly one of them. Place and quotation come from one candidate; the severity is the
    /// proposal's, but at most one step below the gravest candidate of the group; wording is the proposal's, and a blank wording is the
    /// candidate's. Indices that do not exist or were used before are passed over. A group whose candidates lie on different sides or too far
    /// apart is split, and the proposal's wording goes to the part that holds its gravest candidate. Candidates that the proposal
    /// forgets stay as they are, except that exact repetitions become one. The order is by severity, then place, then wording, then first index.
    /// The same input always gives the same result, and without a proposal the order of the candidates does not matter.
    /// </summary>
    /// <param name="candidates">What F1 to F4 found in one file.</param>
    /// <param name="proposal">F5's valid answer, or null when there is none.</param>
    public static IReadOnlyList<MergedFinding> Apply(IReadOnlyList<CandidateFinding> candidates, MergedFindingsAnswer? proposal)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var used = new bool[candidates.Count];
        var merged = new List<MergedFinding>();
        foreach (var group in proposal?.Findings ?? [])
        {
            var indices = group.From.Where(index => index >= 0 && index < used.Length).Distinct().Where(index => !used[index]).Order().ToList();
            foreach (var index in indices)
            {
                used[index] = true;
            }

            merged.AddRange(Split(candidates, indices).Select((part, number) => Merge(candidates, part, number == 0 ? group : null)));
        }

        var forgotten = Enumerable.Range(0, used.Length).Where(index => !used[index]);
        merged.AddRange(forgotten
            .GroupBy(index => RepetitionKey(candidates[index]))
            .Select(repetitions => Merge(candidates, [.. repetitions], null)));

        return [.. merged
            .OrderByDescending(finding => finding.Finding.Severity)
            .ThenBy(finding => finding.Finding.Line ?? int.MaxValue)
            .ThenBy(finding => finding.Finding, Content)
            .ThenBy(finding => finding.From[0])];
    }

    /// <summary>Parts of a group that may be merged: each around its gravest candidate, the gravest part first.</summary>
    private static IEnumerable<List<int>> Split(IReadOnlyList<CandidateFinding> candidates, List<int> indices)
    {
        while (indices.Count > 0)
        {
            var anchor = candidates[Representative(candidates, indices)];
            var near = indices.Where(index => IsNear(candidates[index], anchor)).ToList();
            yield return near;
            indices = [.. indices.Except(near)];
        }
    }

    /// <summary>A candidate without a place may join any group: there is no place to lose.</summary>
    private static bool IsNear(CandidateFinding candidate, CandidateFinding anchor) =>
        candidate.Line is not { } line
        || anchor.Line is not { } anchorLine
        || (candidate.Side == anchor.Side && Math.Abs((long)line - anchorLine) <= MaxDistance);

    private static int Representative(IReadOnlyList<CandidateFinding> candidates, IEnumerable<int> indices) => indices
        .OrderByDescending(index => candidates[index].Line is not null)
        .ThenByDescending(index => candidates[index].Severity)
        .ThenByDescending(index => Clamp(candidates[index].Confidence))
        .ThenBy(index => candidates[index].Line)
        .ThenBy(index => candidates[index], Content)
        .ThenBy(index => index)
        .First();

    private static MergedFinding Merge(IReadOnlyList<CandidateFinding> candidates, List<int> indices, MergedAnswerFinding? wording)
    {
        var sources = indices.Select(index => candidates[index]).ToList();
        var source = candidates[Representative(candidates, indices)];
        var gravest = sources.Max(candidate => candidate.Severity);
        return new MergedFinding
        {
            From = indices,
            Finding = source with
            {
                Severity = wording is null ? gravest : Limited(wording.Severity, gravest),
                Category = Either(wording?.Category, source.Category),
                Title = Either(wording?.Title, source.Title),
                Message = Either(wording?.Message, source.Message),
                Suggestion = string.IsNullOrWhiteSpace(wording?.Suggestion)
                    ? source.Suggestion ?? sources.Select(candidate => candidate.Suggestion).FirstOrDefault(suggestion => suggestion is not null)
                    : wording.Suggestion,
                Confidence = Clamp(wording?.Confidence ?? sources.Max(candidate => candidate.Confidence)),
                FoundBy = [.. sources.SelectMany(candidate => candidate.FoundBy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            },
        };
    }

    private static FindingSeverity Limited(FindingSeverity proposed, FindingSeverity gravest) =>
        (FindingSeverity)Math.Max((int)proposed, (int)gravest - 1);

    private static string Either(string? proposed, string own) => string.IsNullOrWhiteSpace(proposed) ? own : proposed;

    private static double Clamp(double confidence) => double.IsNaN(confidence) ? 0 : Math.Clamp(confidence, 0, 1);

    private static object RepetitionKey(CandidateFinding candidate) => new
    {
        candidate.Line,
        candidate.Side,
        candidate.Quote,
        Category = candidate.Category.ToUpperInvariant(),
        Title = candidate.Title.ToUpperInvariant(),
    };
}
