using System.Text;
using Workflows.Shared.Interview.Scenario;
using Workflows.Shared.Text;

namespace Workflows.Shared.Interview.Stages;

/// <summary>Names of stages in the one form in which they are compared.</summary>
public static class StageName
{
    /// <summary>The name without what people write in different ways: case, width, blanks, punctuation, and composed or separate Hangul.</summary>
    /// <param name="name">Any text; null is like an empty one.</param>
    public static string Normalise(string? name)
    {
        StringBuilder letters = new();
        foreach (char c in UnicodeText.Unify(name ?? ""))
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    /// <summary>All that a stage is called, normalised, each once.</summary>
    /// <param name="stage">The stage.</param>
    public static IReadOnlyList<string> Of(ScenarioStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return [.. stage.Aliases.Prepend(stage.Names.Korean).Prepend(stage.Names.English).Prepend(stage.Key).Select(Normalise).Distinct(StringComparer.Ordinal)];
    }
}
