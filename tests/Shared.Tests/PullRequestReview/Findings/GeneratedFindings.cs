using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Diffs;
using Workflows.Shared.PullRequestReview.Findings;
using Workflows.Shared.PullRequestReview.Planning;
using Workflows.Shared.Tests.PullRequestReview.Diffs;

namespace Workflows.Shared.Tests.PullRequestReview.Findings;

/// <summary>Generated answers of finders, synthesis and validations about generated and real-shaped diffs; most are wrong in some way.</summary>
internal static class GeneratedFindings
{
    private static readonly DiffFile[] Samples = [.. SampleDiffs.Names.SelectMany(name => SampleDiffs.Read(name).Files).Where(file => file.Hunks.Count > 0)];

    public static Gen<DiffFile> Files => Gen.OneOf(
        Gen.Elements(Samples),
        Contents.Pairs.Generator.Where(pair => !pair.Old.SequenceEqual(pair.New)).Select(pair => UnifiedDiff.Parse(DiffWriter.Write("f", pair.Old, pair.New, 2)).Files[0]));

    public static Arbitrary<Case> Cases =>
        (from file in Files
         from findings in Answers(file).ListOf()
         from groups in Groups.ListOf()
         from hasSynthesis in Gen.Elements(true, false)
         from accuracy in Verdicts
         from location in Verdicts
         from suggestion in Verdicts
         from hallucination in Verdicts
         select new Case(
             file,
             [.. findings],
             hasSynthesis ? new MergedFindingsAnswer { Findings = [.. groups] } : null,
             new FindingVerdicts { Accuracy = accuracy, Location = location, Suggestion = suggestion, Hallucination = hallucination })).ToArbitrary();

    public static Gen<AnswerFinding> Answers(DiffFile file) =>
        from quote in Quotes(file)
        from line in Gen.OneOf(Gen.Choose(0, 60), Gen.Elements(0, 1_000, 10_000_000))
        from endLine in Gen.Elements<int?>(null, 0, 1, 30, 10_000_000)
        from side in Gen.Elements(DiffSide.New, DiffSide.Old)
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from category in Gen.Elements("logic", "Logic", "race", " ")
        from title in Gen.Elements("a", "b", "`return` x", "`NoSuchName` y")
        from suggestion in Gen.Elements<string?>(null, "", "do this")
        from confidence in Gen.Choose(0, 10)
        select new AnswerFinding
        {
            Quote = quote,
            Line = line,
            EndLine = endLine,
            Side = side,
            Severity = severity,
            Category = category,
            Title = title,
            Message = "message",
            Suggestion = suggestion,
            Confidence = confidence / 10.0,
        };

    private static Gen<MergedAnswerFinding> Groups =>
        from indices in Gen.Choose(-1, 8).ListOf()
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from word in Gen.Elements("merged", " ", "`NoSuchName` merged")
        select new MergedAnswerFinding { From = [.. indices], Severity = severity, Category = word, Title = word, Message = word, Confidence = 0.5 };

    private static Gen<VerdictsAnswer?> Verdicts => Gen.OneOf(
        Gen.Constant<VerdictsAnswer?>(null),
        (from index in Gen.Choose(0, 6) from ok in Gen.Elements(true, false) select new Verdict { Index = index, Ok = ok })
            .ListOf().Select(verdicts => (VerdictsAnswer?)new VerdictsAnswer { Verdicts = [.. verdicts] }));

    private static Gen<string> Quotes(DiffFile file)
    {
        var lines = file.Hunks.SelectMany(hunk => hunk.Lines).Select(line => line.Text).ToArray();
        return Gen.OneOf(
            Gen.Elements(lines),
            Gen.Elements(lines).SelectMany(first => Gen.Elements(lines).Select(second => $"{first}\n{second}")),
            Gen.Elements(lines).Select(line => $"+     12 | {line}"),
            Gen.Choose(0, lines.Length - 1).Select(at => string.Join('\n', lines.Skip(at).Take(4))),
            Gen.Elements("", " ", "nowhere in this diff", "return"));
    }

    /// <summary>What all models answered about a file.</summary>
    internal sealed record Case(DiffFile File, AnswerFinding[] Answers, MergedFindingsAnswer? Synthesis, FindingVerdicts Verdicts)
    {
        public IReadOnlyList<Finding> Settle() => Settle(File, Answers, Synthesis, Verdicts);

        public static IReadOnlyList<Finding> Settle(DiffFile file, IEnumerable<AnswerFinding> answers, MergedFindingsAnswer? synthesis, FindingVerdicts verdicts)
        {
            var candidates = FindingIntake.Take(file, answers, "qwen3");
            var merged = FindingMerge.Apply([.. candidates.Select(candidate => candidate.Finding)], synthesis);
            return FindingSettlement.Settle(file, DiffRendering.ForModel(file, ReviewPlanner.MaxFileTokens).Text, candidates, merged, verdicts);
        }

        public override string ToString() => $"{JsonText.Of(Answers)} {JsonText.Of(Synthesis)} {JsonText.Of(Verdicts)}\n{DiffRendering.ForModel(File, 10_000).Text}";
    }
}
