using System.Globalization;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Interview;

/// <summary>The shapes of what models answer about interviews. The bounds keep a runaway answer out of the store and of the report.</summary>
public static class InterviewSchemas
{
    private const string Points = """{"type":"array","maxItems":5,"items":{"type":"string","minLength":1,"maxLength":400} }""";
    private const string Score = """{"type":"integer","minimum":1,"maximum":5}""";

    /// <summary>A question: <c>{question}</c>.</summary>
    public static AnswerSchema Question { get; } = AnswerSchema.Parse(
        "interview_question",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"question":{"type":"string","minLength":1,"maxLength":{{ScenarioRules.LongestQuestion.ToString(CultureInfo.InvariantCulture)}}} },"required":["question"]}
        """);

    /// <summary>The whole rubric: <c>{score, relevance, specificity, structure, roleFit, summary, strengths[], concerns[]}</c>.</summary>
    public static AnswerSchema Analysis { get; } = AnswerSchema.Parse(
        "interview_analysis",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"score":{{Score}},"relevance":{{Score}},"specificity":{{Score}},"structure":{{Score}},"roleFit":{{Score}},
           "summary":{"type":"string","minLength":1,"maxLength":1200},"strengths":{{Points}},"concerns":{{Points}} },
         "required":["score","relevance","specificity","structure","roleFit","summary","strengths","concerns"]}
        """);

    /// <summary>The short rubric: <c>{score, summary}</c>.</summary>
    public static AnswerSchema LightAnalysis { get; } = AnswerSchema.Parse(
        "interview_analysis_light",
        $$"""
        {"type":"object","additionalProperties":false,"properties":{"score":{{Score}},"summary":{"type":"string","minLength":1,"maxLength":400} },"required":["score","summary"]}
        """);

    /// <summary>Video frames: <c>{expression, gaze}</c>.</summary>
    public static AnswerSchema Video { get; } = AnswerSchema.Parse(
        "interview_video",
        """
        {"type":"object","additionalProperties":false,
         "properties":{"expression":{"type":"string","minLength":1,"maxLength":300},"gaze":{"type":"string","minLength":1,"maxLength":300} },"required":["expression","gaze"]}
        """);

    /// <summary>The whole interview: <c>{overall, strengths[], concerns[], nextSteps[]}</c>.</summary>
    public static AnswerSchema Summary { get; } = AnswerSchema.Parse(
        "interview_summary",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"overall":{"type":"string","minLength":1,"maxLength":4000},"strengths":{{Points}},"concerns":{{Points}},"nextSteps":{{Points}} },
         "required":["overall","strengths","concerns","nextSteps"]}
        """);
}
