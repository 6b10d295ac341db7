using System.Globalization;
using Workflows.Shared.Consultation.Analysis;
using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Consultation;

/// <summary>The shape of an analysis' answer: <c>{summary:{customer, agent, result}, keywords[], titles:{keyword, descriptive}}</c>.</summary>
internal static class AnalysisSchema
{
    /// <summary>The schema of an analysis and of a merge. It leaves models some room: what is longer than wanted is cut by code.</summary>
    public static AnswerSchema Schema { get; } = AnswerSchema.Parse(
        "consultation_analysis",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{
           "summary":{"type":"object","additionalProperties":false,
             "properties":{"customer":{{Text(2 * AnalysisBounds.LongestPart)}},"agent":{{Text(2 * AnalysisBounds.LongestPart)}},"result":{{Text(2 * AnalysisBounds.LongestPart)}} },
             "required":["customer","agent","result"]},
           "keywords":{"type":"array","minItems":1,"maxItems":20,"items":{{Text(2 * AnalysisBounds.LongestKeyword)}} },
           "titles":{"type":"object","additionalProperties":false,
             "properties":{"keyword":{{Text(2 * AnalysisBounds.LongestKeywordTitle)}},"descriptive":{{Text(2 * AnalysisBounds.LongestDescriptiveTitle)}} },
             "required":["keyword","descriptive"]} },
         "required":["summary","keywords","titles"]}
        """);

    private static string Text(int longest) => string.Create(CultureInfo.InvariantCulture, $$"""{"type":"string","minLength":1,"maxLength":{{longest}}}""");
}
