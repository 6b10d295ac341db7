using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Changed behaviour that the stated intent does not mention (task F1).</summary>
internal static class IntentRules
{
    private static readonly Regex TestStart = Pattern.Of(@"\[(Fact|Theory|Test|TestMethod)\b|@Test\b|^\s*(async\s+)?def\s+test_|^\s*func\s+Test[A-Z]|^\s*(it|test)\(|#\[test\]");
    private static readonly Regex Number = Pattern.Of(@"\b\d+(\.\d+)?\b");
    private static readonly Regex Operator = Pattern.Of(@"(<=|>=|==|!=|&&|\|\||[<>]|\band\b|\bor\b)");

    /// <summary>The hits of a file, by the index of the line.</summary>
    public static IEnumerable<(int Index, RuleHit Hit)> Check(ShownFile file, string intent)
    {
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Sign == '-' && file.Language.IsCode())
            {
                if (RemovedTest(file, i, intent) is { } test)
                {
                    yield return (i, test);
                }
                else if (RemovedDefinition(file, i, intent) is { } definition)
                {
                    yield return (i, definition);
                }
                else if (Counterpart(file, i) is { } added && ChangedValue(file.Lines[i], file.Lines[added], intent) is { } value)
                {
                    yield return (added, value);
                }
            }
        }
    }

    private static RuleHit? RemovedTest(ShownFile file, int index, string intent)
    {
        var line = file.Lines[index];
        var count = (char sign) => file.Lines.Count(other => other.Sign == sign && TestStart.IsMatch(other.Text));
        return TestStart.IsMatch(line.Text) && count('-') > count('+') && !intent.Contains("test", StringComparison.OrdinalIgnoreCase) && !intent.Contains("테스트", StringComparison.Ordinal)
            ? new RuleHit(Severity.High, "removed-test", "Test removed without a word", $"The test at {Identifiers.Quoted(line)} is removed, and the stated intent does not speak of tests.", null, 0.8)
            : null;
    }

    private static RuleHit? RemovedDefinition(ShownFile file, int index, string intent)
    {
        if (Definitions.Of(file.Lines[index], file.Language) is not { IsPrivate: false } removed || Mentions(intent, removed.Name))
        {
            return null;
        }

        var again = file.Lines.Where(line => line.Sign == '+').Select(line => Definitions.Of(line, file.Language)).FirstOrDefault(other => other?.Name == removed.Name);
        if (again is null)
        {
            return new RuleHit(Severity.High, "unmentioned-change", "Public name removed without a word", $"`{removed.Name}` is removed; the stated intent does not mention it, and whoever calls it breaks.", null, 0.75);
        }

        return removed.Parameters is not null && again.Parameters is not null && Normal(removed.Parameters) != Normal(again.Parameters)
            ? new RuleHit(Severity.Medium, "unmentioned-change", "Signature changed without a word", $"The parameters of `{removed.Name}` change; the stated intent does not mention it.", null, 0.7)
            : null;
    }

    private static RuleHit? ChangedValue(ShownLine removed, ShownLine added, string intent)
    {
        var names = Identifiers.Of(added.Code);
        if (names.Count == 0 || names.Exists(name => name.Length > 2 && Mentions(intent, name)))
        {
            return null;
        }

        if (Number.Replace(removed.Code, "0") == Number.Replace(added.Code, "0") && Number.IsMatch(added.Code) && removed.Code.Trim() != added.Code.Trim())
        {
            return new RuleHit(Severity.Medium, "unmentioned-change", "Number changed without a word", $"The value at {Identifiers.Quoted(added)} changes from \"{Texts.Excerpt.Of(removed.Trimmed, 80)}\"; the stated intent does not say why.", null, 0.7);
        }

        return Operator.Replace(removed.Code, "=") == Operator.Replace(added.Code, "=") && removed.Code.Trim() != added.Code.Trim()
            ? new RuleHit(Severity.High, "unmentioned-change", "Condition changed without a word", $"The comparison at {Identifiers.Quoted(added)} decides differently from \"{Texts.Excerpt.Of(removed.Trimmed, 80)}\"; the stated intent does not mention it.", null, 0.75)
            : null;
    }

    // Git shows a block of removed lines before the block that replaces it: the n-th of one faces the n-th of the other.
    private static int? Counterpart(ShownFile file, int index)
    {
        var start = index;
        while (start > 0 && file.Lines[start - 1].Sign == '-' && file.Lines[start - 1].Hunk == file.Lines[index].Hunk)
        {
            start--;
        }

        var end = index;
        while (end < file.Lines.Count && file.Lines[end].Sign == '-' && file.Lines[end].Hunk == file.Lines[index].Hunk)
        {
            end++;
        }

        var counterpart = end + (index - start);
        return counterpart < file.Lines.Count && Enumerable.Range(end, counterpart - end + 1).All(i => file.Lines[i].Sign == '+' && file.Lines[i].Hunk == file.Lines[index].Hunk)
            ? counterpart
            : null;
    }

    private static bool Mentions(string intent, string name) =>
        intent.Contains(name, StringComparison.OrdinalIgnoreCase)
        || (Words(name) is { Count: > 1 } words && words.TrueForAll(word => intent.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '_' || (char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])))
            {
                var word = name[start..i].Trim('_');
                if (word.Length > 1)
                {
                    words.Add(word);
                }

                start = i;
            }
        }

        return words;
    }

    private static string Normal(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
