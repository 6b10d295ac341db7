using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>
/// Turns merged candidates and the validations' verdicts into the findings of the report. Where code can decide, code decides:
/// the place of a finding comes from its quotation, and a finding whose names are all invented goes, whatever a model says.
/// </summary>
/// <remarks>
/// A finding whose names are all invented is dropped. Of the others, one that fails the check of accuracy or of inventions is dropped when it has no
/// place, or when it fails both; else it stays, one step less severe and half as confident: a validation reads the diff too and can be led
/// astray by it, so that its word alone removes nothing whose quotation code has found. A suggestion that fails its check is taken away.
/// </remarks>
public static class FindingSettlement
{
    /// <summary>The findings of one file, the gravest first, with stable ids.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shown">What the models saw of it.</param>
    /// <param name="candidates">What F1 to F4 found.</param>
    /// <param name="merged">The candidates after synthesis.</param>
    /// <param name="verdicts">What the validations said, by index into <paramref name="merged"/>.</param>
    public static IReadOnlyList<Finding> Settle(
        DiffFile file, string shown, IReadOnlyList<LocatedCandidate> candidates, IReadOnlyList<MergedFinding> merged, FindingVerdicts verdicts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(merged);
        ArgumentNullException.ThrowIfNull(verdicts);
        List<Finding> findings = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (int i = 0; i < merged.Count; i++)
        {
            CandidateFinding finding = Worded(merged[i], candidates, shown);
            LineLocation location = LocationOf(finding, merged[i], candidates);
            FindingChecks checks = Check(finding, verdicts, i);
            if (IsInvented(finding, shown) || IsRefuted(finding, checks))
            {
                continue;
            }

            string category = CategoryOf(merged[i], candidates, location);
            findings.Add(Weigh(finding, checks).ToFinding(UniqueId(ids, file, category, finding, location), checks));
        }

        return findings;
    }

    /// <summary>The findings of F6, each placed in the file it names; one that names a file that the diff does not have is dropped.</summary>
    /// <param name="files">The reviewed files.</param>
    /// <param name="answer">F6's answer.</param>
    /// <param name="model">The model that gave it.</param>
    public static IReadOnlyList<Finding> SettleAcross(IReadOnlyList<DiffFile> files, CrossFileFindingsAnswer answer, string model)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(answer);
        List<Finding> findings = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (CrossFileAnswerFinding stated in answer.Findings)
        {
            DiffFile? file = files.FirstOrDefault(f => f.Path == stated.Path) ?? files.FirstOrDefault(f => f.DisplayPath == stated.Path);
            if (file is null)
            {
                continue;
            }

            LocatedCandidate candidate = FindingIntake.Take(file, [stated], model)[0];
            FindingChecks checks = new() { Location = candidate.Finding.Line is null ? CheckResult.Failed : CheckResult.Passed };
            string id = UniqueId(ids, file, candidate.Finding.Category, candidate.Finding, candidate.Location);
            findings.Add(candidate.Finding.ToFinding(id, checks, file.Path));
        }

        return findings;
    }

    /// <summary>The merged wording, or a candidate's own when the synthesis speaks of nothing but inventions: rewording must not remove a finding.</summary>
    private static CandidateFinding Worded(MergedFinding merged, IReadOnlyList<LocatedCandidate> candidates, string shown)
    {
        CandidateFinding? own = IsInvented(merged.Finding, shown)
            ? merged.From.Select(index => candidates[index].Finding).FirstOrDefault(candidate => !IsInvented(candidate, shown))
            : null;
        return own is null ? merged.Finding : merged.Finding with { Title = own.Title, Message = own.Message };
    }

    private static bool IsInvented(CandidateFinding finding, string shown) => SymbolCheck.NamesOnlyUnknown(finding.Title + "\n" + finding.Message, shown);

    private static bool IsRefuted(CandidateFinding finding, FindingChecks checks) => finding.Line is null
        ? checks.Accuracy == CheckResult.Failed || checks.Hallucination == CheckResult.Failed
        : checks.Accuracy == CheckResult.Failed && checks.Hallucination == CheckResult.Failed;

    private static FindingChecks Check(CandidateFinding finding, FindingVerdicts verdicts, int index)
    {
        CheckResult location = verdicts.Location?.ResultFor(index) ?? CheckResult.Unchecked;
        return new FindingChecks
        {
            Accuracy = verdicts.Accuracy?.ResultFor(index) ?? CheckResult.Unchecked,
            Location = finding.Line is null ? CheckResult.Failed : location == CheckResult.Unchecked ? CheckResult.Passed : location,
            Suggestion = finding.Suggestion is null ? CheckResult.Unchecked : verdicts.Suggestion?.ResultFor(index) ?? CheckResult.Unchecked,
            Hallucination = verdicts.Hallucination?.ResultFor(index) ?? CheckResult.Unchecked,
        };
    }

    private static CandidateFinding Weigh(CandidateFinding finding, FindingChecks checks)
    {
        bool doubtful = checks.Accuracy == CheckResult.Failed || checks.Hallucination == CheckResult.Failed;
        return finding with
        {
            Severity = doubtful && finding.Severity > FindingSeverity.Low ? finding.Severity - 1 : finding.Severity,
            Confidence = doubtful ? finding.Confidence / 2 : finding.Confidence,
            Suggestion = checks.Suggestion == CheckResult.Failed ? null : finding.Suggestion,
        };
    }

    /// <summary>The category that goes into the id: the candidates' own, whatever the synthesis calls it and in whatever order they came.</summary>
    private static string CategoryOf(MergedFinding merged, IReadOnlyList<LocatedCandidate> candidates, LineLocation location) => merged.From
        .Select(index => candidates[index])
        .Where(candidate => candidate.Location.Line == location.Line && candidate.Location.Side == location.Side)
        .Select(candidate => candidate.Finding.Category)
        .Min(StringComparer.Ordinal)!;

    private static LineLocation LocationOf(CandidateFinding finding, MergedFinding merged, IReadOnlyList<LocatedCandidate> candidates) =>
        merged.From.Select(index => candidates[index].Location)
            .FirstOrDefault(location => location.Line == finding.Line && location.Side == finding.Side)
        ?? new LineLocation { Kind = LocationKind.NotFound };

    private static string UniqueId(HashSet<string> ids, DiffFile file, string category, CandidateFinding finding, LineLocation location)
    {
        string quote = location.Text ?? finding.Quote;
        int occurrence = FindingFingerprint.Occurrence(file, location);
        string id = FindingFingerprint.Compute(file.Path, category, quote, finding.Side, occurrence);
        for (int more = 1; !ids.Add(id); more++)
        {
            id = FindingFingerprint.Compute(file.Path, $"{category}#{more}", quote, finding.Side, occurrence);
        }

        return id;
    }
}
