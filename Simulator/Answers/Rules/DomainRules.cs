using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks the team's own rules literally (task F4): what a rule's first backticks hold must not, or must, stand in the added lines.</summary>
internal static class DomainRules
{
    private static readonly string[] Forbidding = ["never", "do not", "don't", "avoid", "forbid", "must not", "no ", "금지", "않", "마세요", "말 것"];
    private static readonly string[] Demanding = ["always", "must", "require", "항상", "반드시"];

    /// <summary>The hits of a file, by the index of the line.</summary>
    public static IEnumerable<(int Index, RuleHit Hit)> Check(ShownFile file, string rules)
    {
        foreach (var raw in rules.Split('\n'))
        {
            var rule = raw.Trim();
            if (!rule.StartsWith("- ", StringComparison.Ordinal) || Quoted(rule) is not { Count: > 0 } quoted)
            {
                continue;
            }

            var subject = rule[2..].TrimStart();
            if (Says(subject, Forbidding))
            {
                foreach (var hit in Forbidden(file, subject, quoted[0]))
                {
                    yield return hit;
                }
            }
            else if (Says(subject, Demanding) && Missing(file, subject, quoted) is { } missing)
            {
                yield return missing;
            }
        }
    }

    private static IEnumerable<(int Index, RuleHit Hit)> Forbidden(ShownFile file, string rule, string literal)
    {
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Sign == '+' && Identifiers.Occurs(literal, file.Lines[i].Text))
            {
                yield return (i, new RuleHit(Severity.High, "domain-rule", $"Domain rule broken: {literal}", $"The added line uses `{literal}`, which a domain rule forbids: \"{Texts.Excerpt.Of(rule.Replace("`", "", StringComparison.Ordinal), 160)}\".", null, 0.9));
            }
        }
    }

    private static (int Index, RuleHit Hit)? Missing(ShownFile file, string rule, List<string> quoted)
    {
        var added = Enumerable.Range(0, file.Lines.Count).Where(i => file.Lines[i].Sign == '+' && file.Lines[i].Code.Trim().Length > 1).ToList();
        var concerned = quoted.Count > 1 ? added.FindAll(i => Identifiers.Occurs(quoted[1], file.Lines[i].Text)) : added;
        var present = (quoted.Count > 1 ? concerned : added).Exists(i => Identifiers.Occurs(quoted[0], file.Lines[i].Text));
        return concerned.Count > 0 && !present && (quoted.Count > 1 || file.Language.IsCode())
            ? (concerned[0], new RuleHit(Severity.Medium, "domain-rule", $"Domain rule not followed: {quoted[0]}", $"The lines added from {Identifiers.Quoted(file.Lines[concerned[0]])} on lack \"{quoted[0]}\", which a domain rule demands: \"{Texts.Excerpt.Of(rule.Replace("`", "", StringComparison.Ordinal), 160)}\".", null, 0.65))
            : null;
    }

    private static bool Says(string rule, string[] words)
    {
        var outside = string.Concat(rule.Split('`').Where((_, i) => i % 2 == 0));
        return words.Any(word => outside.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static List<string> Quoted(string rule) =>
        [.. rule.Split('`').Where((part, i) => i % 2 == 1 && part.Trim().Length > 0)];
}
