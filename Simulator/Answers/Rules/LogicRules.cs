using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for mistakes of logic that several languages share (task F3).</summary>
internal static class LogicRules
{
    private static readonly Regex OneLineCatch = Pattern.Of(@"\bcatch\b[^{]*\{\s*\}");
    private static readonly Regex Catch = Pattern.Of(@"\bcatch\b\s*(\([^)]*\))?[^{]*\{?\s*$");
    private static readonly Regex Except = Pattern.Of(@"^\s*except\b.*:\s*(pass)?\s*$");
    private static readonly Regex ForToLength = Pattern.Of(@"\bfor\s*\(?.*;\s*\w+\s*<=\s*(len\(\w+\)|[\w.\[\]]+\.(Length|length|Count|size\(\)|Count\(\)|len\(\)|length\(\)))\s*;");
    private static readonly Regex FromOne = Pattern.Of(@"\bfor\b[^;]*=\s*1\s*;");
    private static readonly Regex RangePastEnd = Pattern.Of(@"\brange\(\s*(0\s*,\s*)?len\([\w.]+\)\s*\+\s*1\s*\)|\.\.=\s*[\w.]+\.len\(\)");
    private static readonly Regex Division = Pattern.Of(@"[\w)\]]\s*[/%]=?\s*(len\([\w.]+\)|[A-Za-z_][\w.]*(\(\))?)");
    private static readonly Regex CountName = Pattern.Of(@"(count|total|length|size|denominator|divisor)(\(\))?$|^len\(", ignoreCase: true);
    private static readonly Regex FloatEquality = Pattern.Of(@"[=!]==?\s*-?\d+\.\d+(?:[^mM\d]|$)|\d+\.\d+[fFdD]?\s*[=!]==?[^=]");
    private static readonly Regex NotANumber = Pattern.Of(@"[=!]==?\s*(Double\.NaN|double\.NaN|float\.NaN|Float\.NaN|NaN|Number\.NaN|np\.nan|math\.nan|float\('nan'\))\b", ignoreCase: false);
    private static readonly Regex Constant = Pattern.Of(@"\bif\s*\(?\s*(true|false|True|False|1|0)\s*\)?\s*[:{]|\|\|\s*true\b|&&\s*false\b|\bor True\b|\band False\b");
    private static readonly Regex Endless = Pattern.Of(@"\bwhile\s*\(\s*(true|1)\s*\)|\bwhile\s+(True|1|true)\s*:|\bfor\s*\(\s*;\s*;\s*\)|^\s*for\s*\{|^\s*loop\s*\{|\bwhile (true|:);?( do)?\s*$");
    private static readonly Regex Leaves = Pattern.Of(@"\b(break|return|throw|raise|yield|exit|panic|os\.Exit|goto|await|cancel\w*|select)\b|<-|\?;", ignoreCase: true);
    private static readonly Regex SelfComparison = Pattern.Of(@"^\s*(else\s+)?if\b");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } =
        [EmptyCatch, AssignmentInCondition, OffByOne, DivisionByCount, FloatComparison, NaNComparison, ConstantCondition, UnboundedLoop, ComparedWithItself];

    private static RuleHit? EmptyCatch(LineProbe line)
    {
        var empty = false;
        if (line.Is(Language.Python))
        {
            empty = Except.Match(line.Code) is { Success: true } match
                && (match.Groups[1].Success || line.File.After(line.Index, 1).FirstOrDefault() is { Trimmed: "pass" or "..." });
        }
        else if (line.Language.IsCurly() && line.Code.Contains("catch", StringComparison.Ordinal))
        {
            empty = OneLineCatch.IsMatch(line.Code) || (Catch.IsMatch(line.Code) && ClosesAtOnce(line));
        }

        return empty
            ? new RuleHit(Severity.High, "swallowed-error", "Error is swallowed", $"The handler at {line.Names} does nothing: when this fails, nobody learns of it and the code goes on with a broken state.", null, 0.9)
            : null;
    }

    private static bool ClosesAtOnce(LineProbe line)
    {
        var next = line.File.After(line.Index, 2).Select(after => after.Code.Trim()).ToList();
        return line.Code.TrimEnd().EndsWith('{') ? next is [['}', ..], ..] : next is ["{", ['}', ..]] or ["{}" or "{ }", ..];
    }

    private static RuleHit? AssignmentInCondition(LineProbe line) =>
        line.Is(Language.CSharp, Language.Java, Language.Script, Language.C, Language.Php) && Conditions.Assigned(line.Code) is { } name
            ? new RuleHit(Severity.High, "assignment-in-condition", "Assignment where a comparison is meant", $"The condition assigns to `{name}` instead of comparing it; the branch no longer depends on its old value.", line.Text.Replace($"{name} = ", $"{name} == ", StringComparison.Ordinal), 0.85)
            : null;

    private static RuleHit? OffByOne(LineProbe line)
    {
        var loop = ForToLength.IsMatch(line.Code) && !FromOne.IsMatch(line.Code);
        return loop || RangePastEnd.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "off-by-one", "Loop runs one past the end", $"The loop over {line.Names} includes the length itself, so that its last turn reads past the last element.", loop ? line.Text.Replace("<=", "<", StringComparison.Ordinal) : null, 0.88)
            : null;
    }

    private static RuleHit? DivisionByCount(LineProbe line)
    {
        if (!line.Language.IsCode() || line.Is(Language.Shell, Language.Docker) || Division.Match(line.Code) is not { Success: true } match)
        {
            return null;
        }

        var divisor = match.Groups[1].Value;
        if (!CountName.IsMatch(divisor))
        {
            return null;
        }

        var name = divisor.TrimEnd('(', ')').Replace("len(", "", StringComparison.Ordinal).Split('.')[0];
        var guarded = line.File.Before(line.Index, 6).Prepend(line.Line).Any(before => Guards(before.Code, name, before == line.Line));
        return guarded
            ? null
            : new RuleHit(Severity.Medium, "division-by-zero", "Division by a value that can be zero", $"`{divisor}` can be 0, and nothing shown before the division rules that out.", null, 0.7);
    }

    private static bool Guards(string code, string name, bool same) =>
        Identifiers.Occurs(name, code)
        && (code.Contains("Max(", StringComparison.Ordinal) || code.Contains("max(", StringComparison.Ordinal) || code.Contains('?') || code.Contains("||", StringComparison.Ordinal)
            || code.Contains("if", StringComparison.Ordinal) || code.Contains("== 0", StringComparison.Ordinal) || (!same && (code.Contains("while", StringComparison.Ordinal) || code.Contains("assert", StringComparison.Ordinal))));

    private static RuleHit? FloatComparison(LineProbe line) =>
        line.Language.IsCode() && FloatEquality.IsMatch(line.Code)
            ? new RuleHit(Severity.Medium, "float-equality", "Floating-point numbers compared for equality", $"{line.Names} is compared exactly with a fraction; rounding makes such a comparison fail where it should hold.", null, 0.8)
            : null;

    private static RuleHit? NaNComparison(LineProbe line) =>
        NotANumber.IsMatch(line.Line.Text) && line.Language.IsCode() && line.Line.Comment.Length == 0
            ? new RuleHit(Severity.High, "nan-comparison", "Comparison with NaN is always the same", $"{line.Names}: nothing equals NaN, not even NaN itself; the check never does what it says.", null, 0.95)
            : null;

    private static RuleHit? ConstantCondition(LineProbe line) =>
        Constant.Match(line.Code) is { Success: true } match && line.Language.IsCode()
            ? new RuleHit(Severity.Medium, "constant-condition", "Condition is always the same", $"`{match.Value.Trim(' ', '{', ':')}` does not depend on anything: one of the two paths can never run.", null, 0.85)
            : null;

    private static RuleHit? UnboundedLoop(LineProbe line)
    {
        if (!line.Language.IsCode() || Endless.Match(line.Code) is not { Success: true } match)
        {
            return null;
        }

        var rest = line.File.After(line.Index, 40).ToList();
        return rest.Count == 0 || Leaves.IsMatch(line.Code) || rest.Exists(after => Leaves.IsMatch(after.Code))
            ? null
            : new RuleHit(Severity.High, "unbounded-loop", "Loop without an end", $"`{match.Value.Trim(' ', '{')}` has no break, return or cancellation in what is shown; once entered it never ends.", null, 0.75);
    }

    private static RuleHit? ComparedWithItself(LineProbe line) =>
        SelfComparison.IsMatch(line.Code) && Conditions.SelfCompared(line.Code) is { } name
            ? new RuleHit(Severity.High, "self-comparison", "Value compared with itself", $"`{name}` stands on both sides of the comparison, which therefore says nothing.", null, 0.9)
            : null;
}
