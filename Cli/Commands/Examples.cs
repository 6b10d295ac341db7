namespace Workflows.Cli.Commands;

/// <summary>Command lines to begin with, for the help.</summary>
internal static class Examples
{
    private const string Review = "workflows review samples/order-discounts.diff";

    /// <summary>The examples of a command; of the program when there is none of that name.</summary>
    public static IReadOnlyList<string> Of(string command) => command switch
    {
        ReviewCommand.Name =>
        [
            Review,
            "git diff main...HEAD | workflows review - --title \"Retry uploads\" --rules rules.txt",
            "workflows review --repo . --base main --format markdown --output review.md",
            "workflows review change.diff --format sarif --server http://127.0.0.1:7071 > review.sarif",
        ],
        ResumeCommand.Name =>
        [
            "workflows resume review-0123456789abcdef",
            "workflows resume review-0123456789abcdef --format json --server http://127.0.0.1:7071",
        ],
        StatusCommand.Name =>
        [
            "workflows status review-0123456789abcdef",
            "workflows status review-0123456789abcdef --format json --server http://127.0.0.1:7071",
        ],
        ListCommand.Name => ["workflows list --limit 10", "workflows list --status running --server http://127.0.0.1:7071"],
        PlanCommand.Name => ["workflows plan --files 50", "workflows plan --files 200 --budget 0 --json", "workflows plan --files 30 --profile random --seed 7"],
        SummarizeCommand.Name => ["workflows summarize samples/consultation-ko.txt", "cat call.txt | workflows summarize - --json"],
        AnalyzeCommand.Name =>
        [
            "workflows analyze samples/consultations.jsonl",
            "workflows analyze calls.jsonl --format json --output analyses.json",
            "workflows analyze calls.jsonl --client centerlink --callback https://centerlink.api/webhook/analysis-complete",
        ],
        DebateCommand.Name =>
        [
            "workflows debate \"Should the service move to a queue?\" --evidence docs",
            "workflows debate \"Which of both offers is better?\" --evidence a.md b.md --mode sequential --format markdown --output debate.md",
            "workflows debate \"Is the plan sound?\" --plan plan.txt --complexity 7 --format json",
        ],
        DebateAbCommand.Name =>
        [
            "workflows debate-ab samples/debates.jsonl",
            "workflows debate-ab samples/debates.jsonl --runs 20 --output comparison.txt",
            "workflows debate-ab tasks.jsonl --runs 5 --concurrency 4 --format json --output comparison.json",
        ],
        RolloutCommand.Name =>
        [
            "workflows rollout",
            "workflows rollout pause --reason \"a change of the models\" --server http://127.0.0.1:7071",
            "workflows rollout resume",
            "workflows rollout status --format json",
        ],
        ExpressionsCommand.Name =>
        [
            "workflows expressions samples/harbour.srt",
            "workflows expressions film.srt --level B2 --max 50 --format anki --output film.txt",
            "cat film.vtt | workflows expressions - --language en --format csv > film.csv",
            "workflows expressions film.srt --test --save-output answers",
        ],
        InterviewCommand.Name =>
        [
            "workflows interview --role \"backend developer\" --resume resume.txt",
            "workflows interview --role archivist --answers samples/interview-answers.txt",
            "workflows interview --role 아키비스트 --language ko --job job.txt --answers answers.jsonl --format json --output report.json",
        ],
        KeyCommand.Name => ["workflows key centerlink", "curl -H \"X-Bound-Key: $(workflows key centerlink)\" http://127.0.0.1:7071/api/v1/consultation/batches/BATCH-20260102-001"],
        CallbacksCommand.Name =>
        [
            "workflows callbacks",
            "workflows callbacks --format json --server http://127.0.0.1:7071",
            "workflows callbacks --resend BATCH-20260914-001 --server http://127.0.0.1:7071",
        ],
        ServeCommand.Name => ["workflows serve", "workflows serve --urls http://127.0.0.1:8080 --data /var/lib/workflows"],
        _ => [Review, "workflows serve", "workflows list"],
    };
}
