using Workflows.Shared.Interview.Stages;

namespace Workflows.Shared.Interview.Scenario;

/// <summary>What a scenario must keep to, so that an interview by it never stalls.</summary>
public static class ScenarioRules
{
    /// <summary>The longest question, in characters.</summary>
    public const int LongestQuestion = 600;

    /// <summary>So many stages at most can need a general question: each one that does has lost its own stage to another.</summary>
    private const int FewestGeneral = InterviewScenario.MostStages / 2;

    private const int LongestKey = 40;
    private const int LongestName = 100;
    private const int LongestText = 1_000;

    /// <summary>What is wrong, a sentence each; empty: nothing is.</summary>
    /// <param name="scenario">A scenario as it was read; what JSON calls null may stand anywhere in it.</param>
    public static IReadOnlyList<string> Check(InterviewScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        List<string> faults = [];
        if (scenario.Stages is not { Count: > 0 and <= InterviewScenario.MostStages } stages)
        {
            return [$"A scenario has 1 to {InterviewScenario.MostStages} stages."];
        }

        if (string.IsNullOrWhiteSpace(scenario.Name))
        {
            faults.Add("The scenario has no name.");
        }

        for (int i = 0; i < stages.Count; i++)
        {
            faults.AddRange(Check(stages[i], $"stages[{i}]"));
        }

        if (faults.Count == 0)
        {
            faults.AddRange(Twice(stages));
        }

        foreach ((string language, IReadOnlyList<string>? questions) in new[] { ("en", scenario.General?.English), ("ko", scenario.General?.Korean) })
        {
            if (questions is null || questions.Count < FewestGeneral || !questions.All(IsQuestion))
            {
                faults.Add($"general.{language} needs {FewestGeneral} questions or more, each of 1 to {LongestQuestion} characters.");
            }
        }

        return faults;
    }

    /// <summary>Whether a text can be a stage's key: those of stages that the scenario does not know begin with <c>general-</c>.</summary>
    /// <param name="key">The text.</param>
    public static bool IsKey(string? key) =>
        key?.Length is > 0 and <= LongestKey && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && key.Any(char.IsAsciiLetterLower) && !key.StartsWith("general-", StringComparison.Ordinal);

    private static IEnumerable<string> Check(ScenarioStage? stage, string place)
    {
        if (stage is null)
        {
            yield return $"{place} is missing.";
            yield break;
        }

        if (!IsKey(stage.Key))
        {
            yield return $"{place}.key has 1 to {LongestKey} lower-case letters, digits and hyphens, a letter among them, and does not begin with general-.";
        }

        if (!IsWhole(stage.Names, text => text?.Length <= LongestName && StageName.Normalise(text).Length > 0))
        {
            yield return $"{place}.names needs \"en\" and \"ko\", each with letters and at most {LongestName} characters.";
        }

        if (stage.Aliases is null || !stage.Aliases.All(alias => alias?.Length <= LongestName && StageName.Normalise(alias).Length > 0))
        {
            yield return $"{place}.aliases are names with letters, of at most {LongestName} characters.";
        }

        if (!IsWhole(stage.Fallback, IsQuestion))
        {
            yield return $"{place}.fallback needs \"en\" and \"ko\", each of 1 to {LongestQuestion} characters.";
        }

        foreach ((string field, ScenarioText? text) in new[] { ("purpose", stage.Purpose), ("prompt", stage.Prompt) })
        {
            if (!IsWhole(text, words => !string.IsNullOrWhiteSpace(words) && words.Length <= LongestText))
            {
                yield return $"{place}.{field} needs \"en\" and \"ko\", each of 1 to {LongestText} characters.";
            }
        }
    }

    /// <summary>One name for two stages would match whichever comes first.</summary>
    private static IEnumerable<string> Twice(IReadOnlyList<ScenarioStage> stages)
    {
        Dictionary<string, string> owners = new(StringComparer.Ordinal);
        foreach (ScenarioStage stage in stages)
        {
            foreach (string name in StageName.Of(stage))
            {
                if (!owners.TryAdd(name, stage.Key))
                {
                    yield return owners[name] == stage.Key ? $"The key '{stage.Key}' is that of two stages." : $"The stages '{owners[name]}' and '{stage.Key}' share the name '{name}'.";
                }
            }
        }
    }

    private static bool IsWhole(ScenarioText? text, Func<string?, bool> holds) => text is not null && holds(text.English) && holds(text.Korean);

    private static bool IsQuestion(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestQuestion;
}
