using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Locating;

namespace Workflows.Shared.PullRequestReview.Findings;

/// <summary>
/// Turns merged candidates and the validations' verdicts into the findings of the report. Where code can decide, code decides:
/// the place of a finding comes from its quotation, and a finding whose names are all invented goes, whatever a model says.
/// </summary>
/// <remarks>
/// A finding that fails the hallucination check is dropped, and so is one that is both inaccurate and without a place. An inaccurate one
/// that has a place stays, one step less severe and half as confident. A suggestion that fails its check is taken away.
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
            CandidateFinding finding = merged[i].Finding;
            LineLocation location = LocationOf(finding, merged[i], candidates);
            FindingChecks checks = Check(finding, shown, verdicts, i);
            if (checks.Hallucination == CheckResult.Failed
                || (checks.Accuracy == CheckResult.Failed && finding.Line is null))
            {
                continue;
            }

            string category = candidates[merged[i].From[0]].Finding.Category;
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

    private static FindingChecks Check(CandidateFinding finding, string shown, FindingVerdicts verdicts, int index)
    {
        CheckResult location = verdicts.Location?.ResultFor(index) ?? CheckResult.Unchecked;
        bool invented = SymbolCheck.NamesOnlyUnknown(finding.Title + "\n" + finding.Message, shown);
        return new FindingChecks
        {
            Accuracy = verdicts.Accuracy?.ResultFor(index) ?? CheckResult.Unchecked,
            Location = finding.Line is null ? CheckResult.Failed : location == CheckResult.Unchecked ? CheckResult.Passed : location,
            Suggestion = finding.Suggestion is null ? CheckResult.Unchecked : verdicts.Suggestion?.ResultFor(index) ?? CheckResult.Unchecked,
            Hallucination = invented ? CheckResult.Failed : verdicts.Hallucination?.ResultFor(index) ?? CheckResult.Unchecked,
        };
    }

    private static CandidateFinding Weigh(CandidateFinding finding, FindingChecks checks) => finding with
    {
        Severity = checks.Accuracy == CheckResult.Failed && finding.Severity > FindingSeverity.Low ? finding.Severity - 1 : finding.Severity,
        Confidence = checks.Accuracy == CheckResult.Failed ? finding.Confidence / 2 : finding.Confidence,
        Suggestion = checks.Suggestion == CheckResult.Failed ? null : finding.Suggestion,
    };

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
