using System.Text.Json;
using Workflows.Shared.Interview;
using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Interview;

/// <summary>The user messages of interviews: data in fences, cut to what a small model's context holds.</summary>
public static class InterviewPromptData
{
    private const int DocumentTokens = 3_000;
    private const int AnswerTokens = 3_000;
    private const int TurnTokens = 700;
    private const int LatestTurns = 4;
    private const int QuestionTokens = 150;
    private const int SummaryTokens = 400;
    private const int PointTokens = 100;
    private const int MostPoints = 3;

    /// <summary>For <see cref="InterviewPrompts.Question"/>.</summary>
    /// <param name="role">The role.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="brief">What it is for.</param>
    /// <param name="documents">What bears on it, the most important first.</param>
    /// <param name="turns">All turns so far.</param>
    /// <param name="takesUp">Whether the question takes up the last answer.</param>
    public static string Question(string role, string stage, StageBrief brief, IReadOnlyList<string> documents, IReadOnlyList<InterviewTurn> turns, bool takesUp)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(turns);
        List<string> parts = [PromptData.Fence("role", role), Stage(stage, brief)];
        AddDocuments(parts, documents);
        string conversation = string.Join("\n\n", turns.TakeLast(LatestTurns).Where(turn => turn.Answer is not null).Select(turn => $"Q: {turn.Question}\nA: {TokenEstimate.Start(turn.Answer!, TurnTokens)}"));
        Add(parts, "conversation", conversation);
        Add(parts, "asked", string.Join('\n', turns.Select(turn => turn.Question)));
        Add(parts, "answer", takesUp && turns.Count > 0 ? TokenEstimate.Start(turns[^1].Answer ?? "", AnswerTokens) : "");
        return string.Join("\n\n", parts);
    }

    /// <summary>For <see cref="InterviewPrompts.Analysis"/>.</summary>
    /// <param name="role">The role.</param>
    /// <param name="turn">What was asked and answered.</param>
    /// <param name="brief">What the stage is for.</param>
    /// <param name="documents">What bears on it; the short rubric does without.</param>
    public static string Analysis(string role, InterviewTurn turn, StageBrief brief, IReadOnlyList<string> documents)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(documents);
        List<string> parts = [PromptData.Fence("role", role), Stage(turn.Stage, brief)];
        AddDocuments(parts, documents);
        Add(parts, "question", turn.Question);
        parts.Add(PromptData.Fence("answer", TokenEstimate.Start(turn.Answer ?? "", AnswerTokens)));
        return string.Join("\n\n", parts);
    }

    /// <summary>For <see cref="InterviewPrompts.Summary"/>.</summary>
    /// <param name="role">The role.</param>
    /// <param name="analyses">The stages' names, questions and analyses.</param>
    public static string Summary(string role, IReadOnlyList<(string Stage, string Question, StageAnalysis Analysis)> analyses)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        string lines = string.Join('\n', analyses.Select(one => JsonSerializer.Serialize(
            new
            {
                stage = one.Stage,
                question = TokenEstimate.Start(one.Question, QuestionTokens),
                score = one.Analysis.Score,
                summary = TokenEstimate.Start(one.Analysis.Summary, SummaryTokens),
                strengths = Points(one.Analysis.Strengths),
                concerns = Points(one.Analysis.Concerns),
            },
            PromptJson.Options)));
        return string.Join("\n\n", PromptData.Fence("role", role), PromptData.Fence("analyses", lines));
    }

    private static IEnumerable<string> Points(IReadOnlyList<string> points) => points.Take(MostPoints).Select(point => TokenEstimate.Start(point, PointTokens));

    private static string Stage(string name, StageBrief brief) => PromptData.Fence("stage", $"name: {name}\npurpose: {brief.Purpose}\nask: {brief.Prompt}");

    private static void AddDocuments(List<string> parts, IReadOnlyList<string> documents)
    {
        int left = DocumentTokens;
        foreach (string document in documents)
        {
            string shown = TokenEstimate.Start(document, left);
            Add(parts, "documents", shown);
            left -= TokenEstimate.Of(shown);
        }
    }

    private static void Add(List<string> parts, string name, string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            parts.Add(PromptData.Fence(name, text));
        }
    }
}
