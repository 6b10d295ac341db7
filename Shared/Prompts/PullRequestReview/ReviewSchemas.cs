using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>The shapes of the review's answers. The bounds keep a runaway answer out of the store and of the report.</summary>
public static class ReviewSchemas
{
    private const string Severity = """{"type":"string","enum":["critical","high","medium","low"]}""";
    private const string Category = """{"type":"string","minLength":1,"maxLength":60}""";
    private const string Title = """{"type":"string","minLength":1,"maxLength":200}""";
    private const string Message = """{"type":"string","minLength":1,"maxLength":2000}""";
    private const string Suggestion = """{"type":["string","null"],"maxLength":4000}""";
    private const string Confidence = """{"type":"number","minimum":0,"maximum":1}""";

    private const string FindingProperties =
        $$"""
        "severity":{{Severity}},"category":{{Category}},"title":{{Title}},"message":{{Message}},
        "line":{"type":"integer","minimum":0,"maximum":10000000},
        "endLine":{"type":["integer","null"],"minimum":0,"maximum":10000000},
        "side":{"type":"string","enum":["new","old"]},
        "quote":{"type":"string","maxLength":1000},
        "suggestion":{{Suggestion}},"confidence":{{Confidence}}
        """;

    private const string FindingRequired = """
        "severity","category","title","message","line","side","quote","confidence"
        """;

    private const string Findings =
        $$"""
        {"type":"array","maxItems":30,"items":{"type":"object","additionalProperties":false,
          "properties":{ {{FindingProperties}} },"required":[{{FindingRequired}}]} }
        """;

    private const string Statements = """{"type":"array","maxItems":20,"items":{"type":"string","minLength":1,"maxLength":500} }""";

    /// <summary>P1: <c>{intent, changes[], risks[], questions[]}</c>.</summary>
    public static AnswerSchema RefinedDescription { get; } = AnswerSchema.Parse(
        "refined_description",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"intent":{"type":"string","minLength":1,"maxLength":2000},
           "changes":{{Statements}},"risks":{{Statements}},"questions":{{Statements}} },
         "required":["intent","changes","risks","questions"]}
        """);

    /// <summary>F1, F2, F4: <c>{findings:[{severity, category, title, message, line, endLine?, side, quote, suggestion?, confidence}]}</c>.</summary>
    public static AnswerSchema FileFindings { get; } = AnswerSchema.Parse(
        "file_findings",
        $$"""{"type":"object","additionalProperties":false,"properties":{"findings":{{Findings}} },"required":["findings"]}""");

    /// <summary>F3: the same, after <c>reasoning</c>, which stands first so that it is written first.</summary>
    public static AnswerSchema FileFindingsReasoned { get; } = AnswerSchema.Parse(
        "file_findings_reasoned",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"reasoning":{"type":"array","maxItems":40,"items":{"type":"string","maxLength":1000} },"findings":{{Findings}} },
         "required":["reasoning","findings"]}
        """);

    /// <summary>F5: <c>{findings:[{from:[index], severity, category, title, message, suggestion?, confidence}]}</c>.</summary>
    public static AnswerSchema MergedFindings { get; } = AnswerSchema.Parse(
        "merged_findings",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"findings":{"type":"array","maxItems":120,"items":{"type":"object","additionalProperties":false,
           "properties":{"from":{"type":"array","minItems":1,"maxItems":120,"items":{"type":"integer","minimum":0,"maximum":10000} },
             "severity":{{Severity}},"category":{{Category}},"title":{{Title}},"message":{{Message}},
             "suggestion":{{Suggestion}},"confidence":{{Confidence}} },
           "required":["from","severity","category","title","message","confidence"]} } },
         "required":["findings"]}
        """);

    /// <summary>F6: file findings, each with its <c>path</c>.</summary>
    public static AnswerSchema CrossFileFindings { get; } = AnswerSchema.Parse(
        "cross_file_findings",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"findings":{"type":"array","maxItems":30,"items":{"type":"object","additionalProperties":false,
           "properties":{"path":{"type":"string","minLength":1,"maxLength":4096},{{FindingProperties}} },
           "required":["path",{{FindingRequired}}]} } },
         "required":["findings"]}
        """);

    /// <summary>V1 to V4: <c>{verdicts:[{index, ok, reason}]}</c>.</summary>
    public static AnswerSchema Verdicts { get; } = AnswerSchema.Parse(
        "verdicts",
        """
        {"type":"object","additionalProperties":false,
         "properties":{"verdicts":{"type":"array","maxItems":240,"items":{"type":"object","additionalProperties":false,
           "properties":{"index":{"type":"integer","minimum":0,"maximum":10000},"ok":{"type":"boolean"},
             "reason":{"type":"string","maxLength":1000} },
           "required":["index","ok","reason"]} } },
         "required":["verdicts"]}
        """);

    /// <summary>P2: <c>{headline, summary, risk}</c>.</summary>
    public static AnswerSchema ReviewSummary { get; } = AnswerSchema.Parse(
        "review_summary",
        """
        {"type":"object","additionalProperties":false,
         "properties":{"headline":{"type":"string","minLength":1,"maxLength":200},
           "summary":{"type":"string","minLength":1,"maxLength":4000},
           "risk":{"type":"string","enum":["low","medium","high"]} },
         "required":["headline","summary","risk"]}
        """);
}
