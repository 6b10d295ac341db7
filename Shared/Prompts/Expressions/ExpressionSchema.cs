using System.Globalization;
using Workflows.Shared.Expressions.Alignment;
using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Expressions;

/// <summary>The shape of an answer: <c>{expressions:[{expression, translation, meaning, usage, similar[], lines[]}]}</c>.</summary>
internal static class ExpressionSchema
{
    /// <summary>The schema for so many expressions. The bounds keep a runaway answer out of the store and of the report.</summary>
    public static AnswerSchema For(int fewest, int most) => AnswerSchema.Parse(
        "expressions",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"expressions":{"type":"array","minItems":{{Number(fewest)}},"maxItems":{{Number(most)}},"items":{"type":"object","additionalProperties":false,
           "properties":{
             "expression":{{Text(ExpressionAligner.LongestExpression)}},"translation":{{Text(500)}},"meaning":{{Text(1_000)}},"usage":{{Text(1_000)}},
             "similar":{"type":"array","maxItems":5,"items":{{Text(ExpressionAligner.LongestExpression)}} },
             "lines":{"type":"array","maxItems":10,"items":{"type":"integer"} } },
           "required":["expression","translation","meaning","usage","similar","lines"]} } },
         "required":["expressions"]}
        """);

    private static string Text(int longest) => $$"""{"type":"string","minLength":1,"maxLength":{{Number(longest)}}}""";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
