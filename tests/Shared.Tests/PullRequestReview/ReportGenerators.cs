using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

/// <summary>Random reports with texts of the kind that break formats.</summary>
internal static class ReportGenerators
{
    private static readonly string[] Fragments =
    [
        "", " ", "a", "word ", "\n", "\r\n", "\t", "`", "```", "````", "|", "[x](http://e.test)", "![i](u)", "<b>", "&amp;", "@user", "#1", "\\",
        "\u001b[31m", "\u0000", "\u202E", "\u2066", "\u200B", "\u2028", "\uD800", "\uDC00", "\U0001F600", "한국어", "数据", "é", "{0}", "}", "\"", "'",
        "../", "/", "%", " #", "?q", ":", "*", "_", "---", "www.e.test", "https://e.test",
    ];

    public static Gen<string> Text { get; } = Gen.Elements(Fragments).ListOf().Select(parts => string.Concat(parts));

    /// <summary>Like <see cref="Text"/>, but valid Unicode, as everything is that came through JSON.</summary>
    public static Gen<string> ValidText { get; } =
        Gen.Elements(Fragments.Where(part => !part.Any(char.IsSurrogate) || part.Length == 2).ToArray()).ListOf().Select(parts => string.Concat(parts));

    public static Gen<Finding> Finding { get; } =
        from texts in ValidText.ArrayOf(6)
        from severity in Gen.Elements(Enum.GetValues<FindingSeverity>())
        from line in Gen.Choose(0, 300)
        from span in Gen.Choose(-1, 5)
        from side in Gen.Elements(DiffSide.New, DiffSide.Old)
        from confidence in Gen.Choose(0, 100)
        from checks in Gen.Elements(Enum.GetValues<CheckResult>()).ArrayOf(4)
        from models in Gen.Elements("qwen3", "gptoss").ListOf()
        select new Finding
        {
            Id = texts[0],
            Severity = severity,
            Category = texts[1],
            Title = texts[2],
            Message = texts[3],
            Line = line == 0 ? null : line,
            EndLine = line == 0 || span <= 0 ? null : line + span,
            Side = line == 0 ? null : side,
            Quote = texts[4],
            Suggestion = span < 0 ? null : texts[5],
            Confidence = confidence / 100.0,
            FoundBy = [.. models.Distinct()],
            Checks = new FindingChecks { Accuracy = checks[0], Location = checks[1], Suggestion = checks[2], Hallucination = checks[3] },
        };

    public static Gen<FileReport> File { get; } =
        from path in ValidText
        from oldPath in Gen.OneOf(Gen.Constant<string?>(null), ValidText.Select(text => (string?)text))
        from status in Gen.Elements(Enum.GetValues<FileReviewStatus>())
        from reason in Gen.OneOf(Gen.Constant<string?>(null), ValidText.Select(text => (string?)text))
        from findings in Finding.ListOf()
        from seconds in Gen.Choose(0, 1200)
        select new FileReport { Path = path, OldPath = oldPath, Status = status, Reason = reason, Findings = [.. findings], Seconds = seconds / 8.0 };

    public static Gen<ReviewReport> Report { get; } =
        from texts in ValidText.ArrayOf(4)
        from lists in ValidText.ListOf().ArrayOf(4)
        from status in Gen.Elements(Enum.GetValues<ReviewStatus>())
        from simulated in Gen.Elements(true, false)
        from files in File.ListOf()
        from cross in Finding.ListOf()
        from path in ValidText
        from usage in Gen.Choose(0, 3)
        select new ReviewReport
        {
            Id = texts[0],
            Status = status,
            Simulated = simulated,
            Summary = texts[1],
            Description = new RefinedDescription
            {
                Title = texts[2],
                Intent = texts[3],
                Changes = [.. lists[0]],
                Risks = [.. lists[1]],
                Questions = [.. lists[2]],
            },
            Files = [.. files],
            CrossFile = [.. cross.Select(finding => finding with { Path = path })],
            Missing = [.. lists[3]],
            Usage = [.. Enumerable.Range(0, usage).Select(number => new ModelUsage { Model = "m" + number, Calls = number, Seconds = number / 2.0 })],
            Seconds = 12.5,
        };
}
