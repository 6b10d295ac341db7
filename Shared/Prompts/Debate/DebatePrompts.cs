using System.Text.Json;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Evidence;

namespace Workflows.Shared.Prompts.Debate;

/// <summary>What personas are asked.</summary>
public static class DebatePrompts
{
    /// <summary>The prompt of a persona.</summary>
    /// <param name="persona">The persona.</param>
    /// <param name="request">What is debated.</param>
    /// <param name="evidence">The passages that are shown.</param>
    /// <param name="positions">What others have said, by persona; of a revision also the persona's own last answer, as <c>synthesis</c>.</param>
    /// <param name="faults">What the gate found wrong with the last answer; empty: nothing was asked before.</param>
    public static Prompt For(Persona persona, DebateRequest request, IReadOnlyList<EvidencePassage> evidence, IReadOnlyList<(string Persona, PersonaOutput Output)> positions, IReadOnlyList<string> faults)
    {
        ArgumentNullException.ThrowIfNull(persona);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(faults);
        List<string> parts = [PromptData.Fence("goal", request.Goal)];
        Add("plan", request.Plan);
        Add("context", request.Context);
        parts.AddRange(evidence.Select(passage => PromptData.Fence("evidence", $"id: {passage.EvidenceId}\ntitle: {SafeText.Line(passage.Title, 200)}\n\n{passage.Text}")));
        parts.AddRange(positions.Select(position => PromptData.Fence(position.Persona, JsonSerializer.Serialize(position.Output, PromptJson.Options))));
        if (faults.Count > 0)
        {
            parts.Add("The last synthesis did not stand on the evidence. Write it again: mend or leave out what is named here.\n" + PromptData.Fence("faults", string.Join('\n', faults)));
        }

        return new Prompt
        {
            Task = persona.Task,
            Version = persona.Version,
            System = $"Task {persona.Task}: {persona.Title}\n\n{persona.Instructions}\n\nAnswer with one JSON object of this shape, as JSON Schema, and nothing else:\n{JsonSerializer.Serialize(persona.Schema.Schema)}",
            User = string.Join("\n\n", parts),
            Schema = persona.Schema,
            MaxOutputTokens = persona.MaxOutputTokens,
            Temperature = persona.Temperature,
        };

        void Add(string name, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                parts.Add(PromptData.Fence(name, text));
            }
        }
    }
}
