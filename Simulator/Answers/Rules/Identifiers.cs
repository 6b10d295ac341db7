using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>The names in a line of code.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "else", "for", "foreach", "while", "do", "switch", "case", "return", "var", "let", "const", "new", "public", "private", "protected", "internal",
        "static", "final", "sealed", "async", "await", "void", "int", "long", "string", "String", "bool", "boolean", "double", "float", "char", "byte", "def", "func", "fn",
        "function", "class", "struct", "interface", "enum", "import", "from", "using", "package", "try", "catch", "except", "finally", "throw", "throws", "raise", "with", "as",
        "in", "is", "not", "and", "or", "None", "null", "nil", "true", "false", "True", "False", "this", "self", "pass", "break", "continue", "defer", "go", "range", "override",
        "readonly", "virtual", "abstract", "export", "default", "select", "where", "SELECT", "FROM", "WHERE", "AND", "unsigned", "include", "mut", "pub", "impl", "use", "then", "fi",
    };

    /// <summary>The names of a text in order, each once, keywords left out.</summary>
    public static List<string> Of(string code)
    {
        var names = new List<string>();
        for (var i = 0; i < code.Length;)
        {
            var start = i;
            while (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] == '_'))
            {
                i++;
            }

            if (i == start)
            {
                i++;
            }
            else if (!char.IsDigit(code[start]) && code[start..i] is var name && !Keywords.Contains(name) && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Up to three names of a line in backticks; the start of its text where it has none.</summary>
    public static string Quoted(ShownLine line)
    {
        var names = Of(line.Code).Where(name => name.Length > 1).OrderByDescending(name => name.Length).Take(3).ToList();
        var kept = Of(line.Code).Where(names.Contains).ToList();
        return kept.Count > 0
            ? string.Join(", ", kept.Select(name => $"`{name}`"))
            : $"`{Texts.Excerpt.Of(line.Trimmed.Replace("`", "", StringComparison.Ordinal), 40)}`";
    }

    /// <summary>Whether a name occurs in a text as a whole word.</summary>
    public static bool Occurs(string name, string text)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsPart(text[at - 1]) || !IsPart(name[0])) && (end == text.Length || !IsPart(text[end]) || !IsPart(name[^1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
