using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Finds what a line defines: functions, methods and types.</summary>
internal static class Definitions
{
    private static readonly Regex CSharp = Pattern.Of(@"^\s*(public|internal|protected|private)\s+[\w<>\[\],.? ]*?\b(\w+)\s*(<[\w, ]+>)?\((.*)");
    private static readonly Regex CType = Pattern.Of(@"^\s*(export\s+(default\s+)?)?((public|internal|private|protected|abstract|sealed|static|final|partial|readonly)\s+)*(class|interface|struct|record|enum|trait)\s+(\w+)");
    private static readonly Regex Python = Pattern.Of(@"^\s*(async\s+)?def\s+(\w+)\s*\((.*)");
    private static readonly Regex Script = Pattern.Of(@"^\s*(export\s+)?(default\s+)?(async\s+)?function\s*\*?\s*(\w+)\s*\((.*)");
    private static readonly Regex ScriptConst = Pattern.Of(@"^\s*export\s+(const|let|var)\s+(\w+)\s*=(.*)");
    private static readonly Regex Go = Pattern.Of(@"^\s*func\s+(\([^)]*\)\s*)?(\w+)\s*\((.*)");
    private static readonly Regex Rust = Pattern.Of(@"^\s*(pub(\([a-z]+\))?\s+)?(async\s+)?fn\s+(\w+)[^(]*\((.*)");
    private static readonly Regex C = Pattern.Of(@"^[A-Za-z_][\w*&:<> ]*[\s*&](\w+)\s*\(([^;]*)$");

    /// <summary>What a line defines, or null.</summary>
    public static Definition? Of(ShownLine line, Language language)
    {
        var code = line.Code;
        return language switch
        {
            Language.CSharp or Language.Java => Match(CSharp, code, 2, 4, code.Contains("private ", StringComparison.Ordinal)) ?? Match(CType, code, 6, 0, false),
            Language.Python => Match(Python, code, 2, 3, false) is { } python ? python with { IsPrivate = python.Name.StartsWith('_') } : Match(CType, code, 6, 0, false),
            Language.Script => Match(Script, code, 4, 5, false) ?? Match(ScriptConst, code, 2, 0, false) ?? Match(CType, code, 6, 0, false),
            Language.Go => Match(Go, code, 2, 3, false) is { } go ? go with { IsPrivate = !char.IsUpper(go.Name[0]) } : null,
            Language.Rust => Match(Rust, code, 4, 5, !code.Contains("pub", StringComparison.Ordinal)),
            Language.C => Match(C, code, 1, 2, code.Contains("static ", StringComparison.Ordinal)),
            _ => null,
        };
    }

    /// <summary>How many arguments stand between a parenthesis and its partner; null when it does not close on the line.</summary>
    public static int? CountArguments(string afterParenthesis)
    {
        var (depth, commas, any) = (1, 0, false);
        foreach (var character in afterParenthesis)
        {
            depth += character is '(' or '[' or '{' or '<' ? 1 : character is ')' or ']' or '}' or '>' ? -1 : 0;
            if (depth == 0)
            {
                return any ? commas + 1 : 0;
            }

            commas += character == ',' && depth == 1 ? 1 : 0;
            any |= !char.IsWhiteSpace(character);
        }

        return null;
    }

    private static Definition? Match(Regex pattern, string code, int name, int parameters, bool isPrivate)
    {
        var match = pattern.Match(code);
        if (!match.Success || match.Groups[name].Value is "if" or "for" or "while" or "switch" or "return" or "catch" or "else" or "new" or "using" or "lock")
        {
            return null;
        }

        var list = parameters > 0 ? match.Groups[parameters].Value : null;
        return new Definition(match.Groups[name].Value, list, isPrivate);
    }
}
