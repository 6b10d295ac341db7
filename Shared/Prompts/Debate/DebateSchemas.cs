using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.Debate;

/// <summary>The shape of what personas say. The bounds keep a runaway answer out of the store and of the report.</summary>
public static class DebateSchemas
{
    private const string Citations =
        """
        {"type":"array","maxItems":5,"items":{"type":"object","additionalProperties":false,
          "properties":{"evidenceId":{"type":"string","minLength":1,"maxLength":64},"quote":{"type":"string","minLength":1,"maxLength":600} },
          "required":["evidenceId","quote"]} }
        """;

    /// <summary>All three personas: <c>{summary, claims:[{text, citations:[{evidenceId, quote}]}]}</c>.</summary>
    public static AnswerSchema Persona { get; } = AnswerSchema.Parse(
        "debate_persona",
        $$"""
        {"type":"object","additionalProperties":false,
         "properties":{"summary":{"type":"string","minLength":1,"maxLength":6000},
           "claims":{"type":"array","maxItems":12,"items":{"type":"object","additionalProperties":false,
             "properties":{"text":{"type":"string","minLength":1,"maxLength":800},"citations":{{Citations}} },"required":["text","citations"]} } },
         "required":["summary","claims"]}
        """);
}
