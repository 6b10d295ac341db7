using Workflows.Shared.PullRequestReview;

namespace Workflows.Shared.Tests.PullRequestReview;

/// <summary>A report with one of everything: every status, side and check, findings without a place, scripts, and hostile texts.</summary>
internal static class SampleReport
{
    public static ReviewReport Create() => new()
    {
        Id = "review-7f3a",
        Status = ReviewStatus.Partial,
        Simulated = true,
        Summary = "The retry loop can spin for ever and a token reaches the log.\n\nSettle both before merging.",
        Description = new RefinedDescription
        {
            Title = "Retry uploads <b>now</b> @everyone",
            Intent = "Uploads that fail for a moment are tried again, so that users do not lose them.",
            Changes = ["Adds a retry loop to the uploader", "업로드 실패를 기록한다"],
            Risks = ["A server that always fails keeps the loop busy"],
            Questions = ["How often may an upload be tried? See #12 and https://example.test/a_b"],
        },
        Files =
        [
            new FileReport
            {
                Path = "src/Upload/Uploader.cs",
                Status = FileReviewStatus.Reviewed,
                Seconds = 21.25,
                Findings = [LowFinding(), CriticalFinding(), OldSideFinding()],
            },
            new FileReport
            {
                Path = "문서/업로드 안내.md",
                OldPath = "docs/upload.md",
                Status = FileReviewStatus.Partial,
                Reason = "V3 did not answer within 60 s",
                Seconds = 60,
                Findings = [UnlocatedFinding()],
            },
            new FileReport { Path = "src/Hostile`|`[x](y).cs", Status = FileReviewStatus.Reviewed, Seconds = 3, Findings = [HostileFinding()] },
            new FileReport { Path = "package-lock.json", Status = FileReviewStatus.Skipped, Reason = "generated: lock file" },
            new FileReport { Path = "src/Slow.cs", Status = FileReviewStatus.Failed, Reason = "no task answered within 120 s", Seconds = 120 },
            new FileReport { Path = "src/Clean.cs", Status = FileReviewStatus.Reviewed, Seconds = 4.5 },
        ],
        CrossFile = [CrossFileFinding()],
        Missing = ["F6 saw 4 of 6 files", "src/Slow.cs: no review"],
        Usage =
        [
            new ModelUsage { Model = "gptoss", Calls = 31, PromptTokens = 41_200, CompletionTokens = 9_800, Seconds = 88.4 },
            new ModelUsage { Model = "qwen3", Calls = 9, PromptTokens = 15_000, CompletionTokens = 6_100, Seconds = 131.25 },
        ],
        Seconds = 141.75,
    };

    private static Finding CriticalFinding() => new()
    {
        Id = "3b1c",
        Severity = FindingSeverity.Critical,
        Category = "secret-in-log",
        Title = "The access token is written to the log",
        Message = "Every upload logs its request with the header Authorization, so that anyone who may read logs can act as the user. "
            + "This happens for each call, not only for failing ones.",
        Line = 42,
        EndLine = 44,
        Side = DiffSide.New,
        Quote = "    logger.LogInformation(\"{Request}\", request);",
        Suggestion = "logger.LogInformation(\n    \"{Path}\", request.Path);",
        Confidence = 0.95,
        FoundBy = ["gptoss", "qwen3"],
        Checks = new FindingChecks
        {
            Accuracy = CheckResult.Passed,
            Location = CheckResult.Passed,
            Suggestion = CheckResult.Failed,
            Hallucination = CheckResult.Unchecked,
        },
    };

    private static Finding LowFinding() => new()
    {
        Id = "90aa",
        Severity = FindingSeverity.Low,
        Category = "dead-code",
        Title = "The counter is never read",
        Message = "attempts is counted and not used.",
        Line = 12,
        Side = DiffSide.New,
        Quote = "attempts++;",
        Confidence = 0.5,
        FoundBy = ["gptoss"],
    };

    private static Finding OldSideFinding() => new()
    {
        Id = "11d0",
        Severity = FindingSeverity.High,
        Category = "lost-check",
        Title = "The size limit is gone",
        Message = "The removed line refused files above the limit; nothing else does.",
        Line = 30,
        Side = DiffSide.Old,
        Quote = "if (file.Length > Limit) { return; }",
        Confidence = 0.7,
        FoundBy = ["qwen3"],
        Checks = new FindingChecks { Accuracy = CheckResult.Passed },
    };

    private static Finding UnlocatedFinding() => new()
    {
        Id = "c4d2",
        Severity = FindingSeverity.Medium,
        Category = "documentation",
        Title = "재시도 횟수가 설명되어 있지 않다",
        Message = "업로드가 실패했을 때 몇 번까지 다시 시도하는지, 그 사이에 얼마나 기다리는지가 안내 문서에 없다. 사용자는 업로드가 멈춘 것인지 알 수 없다.",
        Confidence = 0.6,
        FoundBy = ["qwen3"],
    };

    private static Finding HostileFinding() => new()
    {
        Id = "66ff",
        Severity = FindingSeverity.Medium,
        Category = "x|y",
        Title = "\u001b[31mred\u001b[0m ![img](http://evil.test/p.png) @admin",
        Message = "<script>alert(1)</script>\n# Heading\n/close\n\n```\nopen fence\n| a | b |\n\u202Egnp.exe\u202C and www.evil.test",
        Line = 3,
        Side = DiffSide.New,
        Quote = "var fence = \"````\";\u0007",
        Suggestion = "```\n@everyone\n```",
        Confidence = 0.31,
        FoundBy = ["gptoss"],
    };

    private static Finding CrossFileFinding() => new()
    {
        Id = "aa01",
        Severity = FindingSeverity.High,
        Category = "signature-mismatch",
        Title = "A caller still passes two arguments",
        Message = "Upload takes three arguments now.",
        Path = "src/Upload/Caller.cs",
        Line = 8,
        Side = DiffSide.New,
        Quote = "uploader.Upload(file, name);",
        Confidence = 0.8,
        FoundBy = ["gptoss"],
    };
}
