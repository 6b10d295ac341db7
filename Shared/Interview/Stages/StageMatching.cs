using System.Globalization;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Models;

namespace Workflows.Shared.Interview.Stages;

/// <summary>
/// Finds for the names that a caller's records have for stages those of the scenario. There are always as many stages as the scenario has: names that fit nowhere cost an interview nothing but a question
/// of its own (I1).
/// </summary>
public static class StageMatching
{
    private const int LongestName = 100;

    /// <summary>
    /// The stages of an interview. A name is looked up by key, then by normalised name in either language, first for all names; what is left goes by order: to the stage at its place when nobody has it. A place
    /// without a name gets the first stage that nobody has. What is left then asks a general question.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="names">The names in their order; null or blank ones are missing ones, those beyond the scenario's length are not looked at.</param>
    /// <param name="language">The interview's language.</param>
    /// <param name="role">The role, as it is put into questions.</param>
    public static IReadOnlyList<PlannedStage> Plan(InterviewScenario scenario, IReadOnlyList<string?> names, AnswerLanguage language, string role)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(names);
        int count = scenario.Stages.Count;
        string?[] given = [.. Enumerable.Range(0, count).Select(i => i < names.Count && StageName.Normalise(names[i]).Length > 0 ? names[i] : null)];
        (int Stage, StageMatch Match)?[] found = Find(scenario, given);
        IReadOnlyList<string> general = scenario.General.In(language);
        int generals = 0;
        return [.. Enumerable.Range(0, count).Select(place => found[place] is { } match
            ? Known(scenario.Stages[match.Stage], place, given[place], match.Match, language, role)
            : Unknown(place, given[place], general[generals++ % general.Count], role))];
    }

    /// <summary>
    /// The stage that an answer is for: by its key, its number, then by what the caller or the scenario calls it. Of several that are called so, the open one if it is among them, else the first.
    /// </summary>
    /// <param name="stages">The interview's stages.</param>
    /// <param name="wanted">What the answer names.</param>
    /// <param name="open">The number of the stage that waits for an answer; null: none does.</param>
    /// <returns>The stage; null: none is called so.</returns>
    public static PlannedStage? Find(IReadOnlyList<PlannedStage> stages, string wanted, int? open)
    {
        ArgumentNullException.ThrowIfNull(stages);
        ArgumentNullException.ThrowIfNull(wanted);
        if (stages.FirstOrDefault(stage => stage.Key == wanted) is { } byKey)
        {
            return byKey;
        }

        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && stages.FirstOrDefault(stage => stage.Number == number) is { } byNumber)
        {
            return byNumber;
        }

        string name = StageName.Normalise(wanted);
        PlannedStage[] named = name.Length == 0 ? [] : [.. stages.Where(stage => stage.Names.Contains(name, StringComparer.Ordinal))];
        return named.FirstOrDefault(stage => stage.Number == open) ?? named.FirstOrDefault();
    }

    private static (int Stage, StageMatch Match)?[] Find(InterviewScenario scenario, string?[] given)
    {
        (int, StageMatch)?[] found = new (int, StageMatch)?[given.Length];
        bool[] taken = new bool[given.Length];
        Dictionary<string, int> keys = Enumerable.Range(0, given.Length).ToDictionary(i => scenario.Stages[i].Key, StringComparer.Ordinal);
        Dictionary<string, int> names = Enumerable.Range(0, given.Length).SelectMany(i => StageName.Of(scenario.Stages[i]).Select(name => (name, i))).ToDictionary(StringComparer.Ordinal);
        Take(StageMatch.Key, place => given[place] is { } name && keys.TryGetValue(name, out int stage) ? stage : null);
        Take(StageMatch.Name, place => given[place] is { } name && names.TryGetValue(StageName.Normalise(name), out int stage) ? stage : null);
        Take(StageMatch.Order, place => given[place] is not null ? place : null);
        Take(StageMatch.Key, place => given[place] is null ? place : null);
        Take(StageMatch.Key, place => given[place] is null ? Array.IndexOf(taken, false) : null);
        return found;

        void Take(StageMatch match, Func<int, int?> find)
        {
            for (int place = 0; place < given.Length; place++)
            {
                if (found[place] is null && find(place) is { } stage && !taken[stage])
                {
                    taken[stage] = true;
                    found[place] = (stage, match);
                }
            }
        }
    }

    private static PlannedStage Known(ScenarioStage stage, int place, string? given, StageMatch match, AnswerLanguage language, string role) => new()
    {
        Number = place + 1,
        Key = stage.Key,
        Name = stage.Names.In(language),
        Given = Shown(given),
        Names = [.. StageName.Of(stage).Append(StageName.Normalise(given)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
        Match = match,
        FollowUp = stage.FollowUp,
        Question = WithRole(stage.Fallback.In(language), role),
    };

    private static PlannedStage Unknown(int place, string? given, string question, string role)
    {
        string key = FormattableString.Invariant($"general-{place + 1}");
        return new PlannedStage
        {
            Number = place + 1,
            Key = key,
            Name = Shown(given) ?? key,
            Given = Shown(given),
            Names = [.. new[] { StageName.Normalise(key), StageName.Normalise(given) }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
            Match = StageMatch.General,
            FollowUp = FollowUpRule.None,
            Question = WithRole(question, role),
        };
    }

    private static string WithRole(string question, string role) => question.Replace("{role}", role, StringComparison.Ordinal);

    private static string? Shown(string? name) => name is null ? null : SafeText.Line(name, LongestName);
}
