using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for mistakes of Python and JavaScript (task F3).</summary>
internal static class ScriptRules
{
    private static readonly Regex BareExcept = Pattern.Of(@"^\s*except\s*:");
    private static readonly Regex NoneEquality = Pattern.Of(@"([\w.\]\)]+)\s*([=!]=)\s*None\b");
    private static readonly Regex MutableDefault = Pattern.Of(@"^\s*(async\s+)?def\s+(\w+)\(.*=\s*(\[\]|\{\}|list\(\)|dict\(\)|set\(\))");
    private static readonly Regex UnclosedOpen = Pattern.Of(@"(\w+)\s*=\s*open\(");
    private static readonly Regex LiteralIdentity = Pattern.Of(@"\bis\s+(not\s+)?(""|'|\d)");
    private static readonly Regex UnawaitedSleep = Pattern.Of(@"^\s*asyncio\.(sleep|gather|wait|wait_for)\(");
    private static readonly Regex LooseEquality = Pattern.Of(@"([\w.\])]+)\s*(==|!=)\s*([^=\s][^\s;)]*)");
    private static readonly Regex UnawaitedFetch = Pattern.Of(@"^\s*(fetch|axios\.(get|post|put|delete))\(.*\)\s*;?\s*$");
    private static readonly Regex AsyncForEach = Pattern.Of(@"\.forEach\(\s*async\b");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } =
        [CatchAll, EqualsNone, SharedDefault, OpenWithoutWith, IdentityOfLiteral, CoroutineNotAwaited, LooseComparison, PromiseNotAwaited, AsyncInForEach];

    private static RuleHit? CatchAll(LineProbe line) =>
        line.Is(Language.Python) && BareExcept.IsMatch(line.Code)
            ? new RuleHit(Severity.Medium, "bare-except", "Handler catches everything", "`except` without a type also catches KeyboardInterrupt and SystemExit; name the exceptions that are expected.", "except Exception:", 0.88)
            : null;

    private static RuleHit? EqualsNone(LineProbe line) =>
        line.Is(Language.Python) && NoneEquality.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Low, "none-comparison", "None compared with an operator that can be overridden", $"`{match.Groups[1].Value}` is compared by {match.Groups[2].Value} with `None`; identity is what is meant.", line.Text.Replace($"{match.Groups[2].Value} None", match.Groups[2].Value == "==" ? "is None" : "is not None", StringComparison.Ordinal), 0.85)
            : null;

    private static RuleHit? SharedDefault(LineProbe line) =>
        line.Is(Language.Python) && MutableDefault.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.High, "mutable-default", "Default value is shared by all calls", $"The default `{match.Groups[3].Value}` of `{match.Groups[2].Value}` is made once; what one call puts in, the next call finds.", null, 0.92)
            : null;

    private static RuleHit? OpenWithoutWith(LineProbe line) =>
        line.Is(Language.Python) && UnclosedOpen.Match(line.Code) is { Success: true } match && !line.Code.TrimStart().StartsWith("with ", StringComparison.Ordinal)
            ? new RuleHit(Severity.Medium, "resource-leak", "File is opened without with", $"`{match.Groups[1].Value}` stays open when anything fails before it is closed; open it in a with block.", null, 0.82)
            : null;

    private static RuleHit? IdentityOfLiteral(LineProbe line) =>
        line.Is(Language.Python) && LiteralIdentity.IsMatch(line.Code)
            ? new RuleHit(Severity.Medium, "reference-comparison", "Identity of a literal", $"{line.Names} is tested with `is` against a literal, which asks for the same object and not for the same value.", null, 0.88)
            : null;

    private static RuleHit? CoroutineNotAwaited(LineProbe line) =>
        line.Is(Language.Python) && UnawaitedSleep.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.High, "missing-await", "Coroutine is not awaited", $"`asyncio.{match.Groups[1].Value}` only makes a coroutine here; without await nothing happens.", "await " + line.Text, 0.92)
            : null;

    private static RuleHit? LooseComparison(LineProbe line) =>
        line.Is(Language.Script) && LooseEquality.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Low, "loose-equality", "Comparison converts its operands", $"`{match.Groups[1].Value}` is compared with {match.Groups[2].Value}, which converts types first; {match.Groups[2].Value}= compares what stands there.", line.Text.Replace($" {match.Groups[2].Value} ", $" {match.Groups[2].Value}= ", StringComparison.Ordinal), 0.75)
            : null;

    private static RuleHit? PromiseNotAwaited(LineProbe line) =>
        line.Is(Language.Script) && UnawaitedFetch.Match(line.Code) is { Success: true } match && !line.Code.Contains(".then", StringComparison.Ordinal)
        && !line.File.After(line.Index, 1).Any(next => next.Trimmed.StartsWith('.'))
            ? new RuleHit(Severity.High, "missing-await", "Promise is not awaited", $"The promise of `{match.Groups[1].Value}` is dropped: its failure goes unseen and what follows does not wait for it.", "await " + line.Text, 0.8)
            : null;

    private static RuleHit? AsyncInForEach(LineProbe line) =>
        line.Is(Language.Script) && AsyncForEach.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "missing-await", "forEach does not wait", $"{line.Names}: `forEach` ignores the promises of an async callback; use for…of with await or Promise.all over map.", null, 0.9)
            : null;
}
