using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;

namespace Workflows.Shared.Tests.PullRequestReview;

public class FindingMergeTests
{
    private static readonly Gen<CandidateFinding> Candidates =
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from line in Gen.Choose(0, 40)
        from side in Gen.Elements(DiffSide.New, DiffSide.Old)
        from confidence in Gen.Choose(0, 10)
        from word in Gen.Elements("a", "b", "")
        from model in Gen.Elements("qwen3", "gptoss")
        select Candidate(line == 0 ? null : line, severity, side) with { Title = word, Quote = "q" + line, Confidence = confidence / 10.0, FoundBy = [model] };

    private static readonly Gen<MergedAnswerFinding> Groups =
        from indices in Gen.Choose(-2, 12).ListOf()
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from word in Gen.Elements("merged", "", " ")
        select Group(severity, [.. indices]) with { Title = word, Message = word, Category = word };

    private static readonly Arbitrary<(List<CandidateFinding> Candidates, MergedFindingsAnswer? Answer)> Cases =
        (from candidates in Candidates.ListOf()
         from groups in Groups.ListOf()
         from hasAnswer in Gen.Elements(true, true, false)
         select (candidates.ToList(), hasAnswer ? new MergedFindingsAnswer { Findings = [.. groups] } : null)).ToArbitrary();

    [Fact]
    public void Every_candidate_is_kept_exactly_once_whatever_the_answer_says() => Prop.ForAll(Cases, item =>
        Assert.Equal(
            Enumerable.Range(0, item.Candidates.Count),
            FindingMerge.Apply(item.Candidates, item.Answer).SelectMany(finding => finding.From).Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void Place_and_quotation_always_come_from_one_of_the_candidates() => Prop.ForAll(Cases, item =>
        FindingMerge.Apply(item.Candidates, item.Answer).All(merged => merged.From.Any(index =>
            Place(item.Candidates[index]) == Place(merged.Finding)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_severity_is_at_most_one_step_below_the_gravest_candidate() => Prop.ForAll(Cases, item =>
        FindingMerge.Apply(item.Candidates, item.Answer).All(merged =>
            merged.Finding.Severity >= merged.From.Max(index => item.Candidates[index].Severity) - 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nobody_is_named_as_finder_who_found_nothing_and_nobody_is_forgotten() => Prop.ForAll(Cases, item =>
        FindingMerge.Apply(item.Candidates, item.Answer).All(merged => merged.Finding.FoundBy.SequenceEqual(
            merged.From.SelectMany(index => item.Candidates[index].FoundBy).Distinct().Order(StringComparer.Ordinal)))).QuickCheckThrowOnFailure();

    [Fact]
    public void The_result_is_the_same_each_time_and_the_gravest_stand_first() => Prop.ForAll(Cases, item =>
    {
        var first = FindingMerge.Apply(item.Candidates, item.Answer);
        Assert.Equivalent(first, FindingMerge.Apply(item.Candidates, item.Answer), strict: true);
        Assert.Equal(first.Select(merged => merged.Finding.Severity).OrderDescending(), first.Select(merged => merged.Finding.Severity));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_group_takes_the_answers_wording_and_the_place_of_its_gravest_located_candidate()
    {
        var candidates = new[]
        {
            Candidate(null, FindingSeverity.Critical),
            Candidate(7, FindingSeverity.Medium) with { Quote = "seven" },
            Candidate(8, FindingSeverity.High) with { Quote = "eight" },
        };

        var merged = Assert.Single(FindingMerge.Apply(candidates, Answer(Group(FindingSeverity.Critical, 0, 1, 2))));

        Assert.Equal([0, 1, 2], merged.From);
        Assert.Equal((8, "eight", "merged title"), (merged.Finding.Line, merged.Finding.Quote, merged.Finding.Title));
    }

    [Fact]
    public void A_group_that_spans_distant_lines_is_split_so_that_no_place_is_lost()
    {
        var candidates = new[] { Candidate(10, FindingSeverity.Critical), Candidate(12, FindingSeverity.Low), Candidate(200, FindingSeverity.High) };

        var merged = FindingMerge.Apply(candidates, Answer(Group(FindingSeverity.Low, 0, 1, 2)));

        Assert.Equal([[0, 1], [2]], merged.Select(finding => finding.From));
        Assert.Equal([FindingSeverity.High, FindingSeverity.High], merged.Select(finding => finding.Finding.Severity));
        Assert.Equal("title", merged[1].Finding.Title);
    }

    [Fact]
    public void The_two_sides_of_the_diff_are_never_merged()
    {
        var candidates = new[] { Candidate(10, FindingSeverity.Low), Candidate(10, FindingSeverity.Low, DiffSide.Old) };

        Assert.Equal(2, FindingMerge.Apply(candidates, Answer(Group(FindingSeverity.Low, 0, 1))).Count);
    }

    [Fact]
    public void Without_an_answer_only_exact_repetitions_become_one()
    {
        var candidates = new[]
        {
            Candidate(5, FindingSeverity.Low) with { FoundBy = ["qwen3"] },
            Candidate(5, FindingSeverity.High) with { FoundBy = ["gptoss"], Title = "TITLE" },
            Candidate(6, FindingSeverity.Low),
        };

        var merged = FindingMerge.Apply(candidates, null);

        Assert.Equal([[0, 1], [2]], merged.Select(finding => finding.From));
        Assert.Equal(["gptoss", "qwen3"], merged[0].Finding.FoundBy);
    }

    [Fact]
    public void No_candidates_make_no_findings() => Assert.Empty(FindingMerge.Apply([], Answer(Group(FindingSeverity.Critical, 0))));

    private static (int?, int?, DiffSide?, string) Place(CandidateFinding finding) => (finding.Line, finding.EndLine, finding.Side, finding.Quote);

    private static MergedFindingsAnswer Answer(params MergedAnswerFinding[] groups) => new() { Findings = groups };

    private static MergedAnswerFinding Group(FindingSeverity severity, params int[] from) => new()
    {
        From = from,
        Severity = severity,
        Category = "merged-category",
        Title = "merged title",
        Message = "merged message",
        Confidence = 0.9,
    };

    private static CandidateFinding Candidate(int? line, FindingSeverity severity, DiffSide side = DiffSide.New) => new()
    {
        Severity = severity,
        Category = "category",
        Title = "title",
        Message = "message",
        Line = line,
        Side = line is null ? null : side,
        Quote = "quote",
        Confidence = 0.5,
        FoundBy = ["gptoss"],
    };
}
