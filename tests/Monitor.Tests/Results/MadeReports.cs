using Workflows.Shared.Consultation;
using Workflows.Shared.Debate;
using Workflows.Shared.Expressions;
using Workflows.Shared.Interview;
using Workflows.Shared.PullRequestReview;

namespace Workflows.Monitor.Tests.Results;

/// <summary>Reports every text of which is one and the same.</summary>
internal static class MadeReports
{
    private static readonly DateTimeOffset Then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static string Diff(string text) => $"diff --git a/{text} b/{text}\n--- a/{text}\n+++ b/{text}\n@@ -1,2 +1,2 @@ {text}\n {text}\n-{text}\n+{text}\n";

    public static ReviewReport Review(string text) => new()
    {
        Id = text,
        Summary = text,
        Description = new RefinedDescription { Title = text, Intent = text, Changes = [text], Risks = [text], Questions = [text] },
        Files =
        [
            new FileReport { Path = text, OldPath = text, Reason = text, Findings = [Finding(text, "1") with { Line = 2, EndLine = 2, Side = DiffSide.New }, Finding(text, "2")] },
            new FileReport { Path = "other " + text, Status = FileReviewStatus.Failed, Reason = text, Findings = [Finding(text, text)] },
        ],
        CrossFile = [Finding(text, "3") with { Path = text }],
        Missing = [text],
    };

    public static DebateReport Debate(string text) => new()
    {
        Goal = text,
        Mode = DebateMode.Parallel,
        ModeReason = text,
        Complexity = 3,
        Personas =
        [
            new PersonaReport { Persona = "thesis", Output = Output(text), Model = text, StartSeconds = 0, Seconds = 1 },
            new PersonaReport { Persona = "antithesis", Error = text, Model = text, Retried = true, StartSeconds = 0, Seconds = 1 },
            new PersonaReport { Persona = "synthesis", Output = Output(text), StartSeconds = 1, Seconds = 1 },
        ],
        Synthesis = Output(text),
        Gate = new GateResult { Status = text, Claims = 1, Supported = 0, Citations = 1, Standing = 0, Reasons = [text] },
        Fallbacks = [text],
        EvidenceShown = [text],
        Ledger = [Ledger(text)],
        Seconds = 2,
    };

    public static DebateProgress DebateProgress(string text) => new() { Message = text, Ledger = [Ledger(text)] };

    public static ExpressionReport Expressions(string text) => new()
    {
        Status = ExpressionStatus.Partial,
        Options = new ExpressionOptions { Language = text },
        Subtitles = new SubtitleFacts { Format = default, Encoding = text, Cues = 1, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1) },
        Chunks = 1,
        CountedChunks = 1,
        Workers = 1,
        Expressions =
        [
            new FoundExpression { Expression = text, Translation = text, Meaning = text, Usage = text, Similar = [text], ContextLines = [text], Chunk = 0, Timing = null },
        ],
        FailedChunks = [new FailedChunk { Chunk = 1, Start = TimeSpan.Zero, End = TimeSpan.FromSeconds(1), Reason = text, Attempts = 3 }],
        Warnings = [text],
        Seconds = 1,
    };

    public static InterviewReport Interview(string text) => new()
    {
        Status = InterviewEnd.Partial,
        Role = text,
        Language = text,
        StagesInAll = 1,
        Stages =
        [
            new StageReport
            {
                Number = 1, Stage = text, Name = text, Given = "given " + text, Match = default, Question = text, QuestionKind = QuestionKind.General, AskedAt = Then, AnsweredAt = Then.AddMinutes(1),
                AnswerKind = AnswerKind.Text, Answer = text, Video = new VideoNotes(text, text), Notes = [text],
                Analysis = new StageAnalysis { Score = 3, Relevance = 2, Summary = text, Strengths = [text], Concerns = [text] },
            },
        ],
        Score = 3,
        Summary = new InterviewSummary { Overall = text, Strengths = [text], Concerns = [text], NextSteps = [text] },
        Missing = [text],
        Seconds = 60,
    };

    public static InterviewProgress InterviewProgress(string text) => new()
    {
        Total = 1,
        Message = text,
        Stage = new OpenStage { Number = 1, Key = text, Name = text, Given = text, Match = default, Question = text, QuestionKind = QuestionKind.Fallback, AskedAt = Then, AnswerBy = Then },
    };

    public static ConsultationResult Consultation(string text) => new()
    {
        ConsultationId = text,
        Summary = new ConsultationSummary { Customer = text, Agent = text, Result = text },
        Keywords = [text],
        Titles = new ConsultationTitles { Keyword = text, Descriptive = text },
        QualityScore = 0.5,
        ProcessingTime = 1,
    };

    public static BatchReport Batch(string id, string text) => new()
    {
        BatchId = id,
        Results = [Consultation(text), new ConsultationResult { ConsultationId = "failed " + text, Error = text }],
        TotalProcessingTime = 2,
        CompletedAt = Then,
    };

    public static BatchState BatchState { get; } = new()
    {
        Beginning = new BatchBeginning { Client = "made", Acceptance = "made", Total = 2, AcceptedAt = Then },
        Items = "df",
        CompletedAt = Then,
        Reported = true,
    };

    private static Finding Finding(string text, string id) => new()
    {
        Id = id, Severity = FindingSeverity.High, Category = text, Title = text, Message = text, Quote = text, Suggestion = text, Confidence = 0.5, FoundBy = [text],
    };

    private static PersonaOutput Output(string text) => new() { Summary = text, Claims = [new DebateClaim { Text = text, Citations = [new Citation { EvidenceId = text, Quote = text }] }] };

    private static LedgerEvent Ledger(string text) => new() { Event = text, TaskId = text, At = Then, OffsetMs = 1, Mode = text, Persona = text, DurationMs = 1, Detail = text };
}
