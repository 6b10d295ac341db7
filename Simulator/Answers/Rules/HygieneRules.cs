using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for debugging aids and secrets left in a line (task F2).</summary>
internal static class HygieneRules
{
    private static readonly Regex Secret = Pattern.Of(@"(password|passwd|pwd|secret|token|api_?-?key|access_?key|private_?key|client_?secret)[""']?\s*(:|=|:=|=>)\s*[""']([^""'\s]{6,})[""']", ignoreCase: true);
    private static readonly Regex KnownKey = Pattern.Of(@"AKIA[0-9A-Z]{16}|-----BEGIN ([A-Z]+ )?PRIVATE KEY-----|ghp_[A-Za-z0-9]{30,}|xox[bp]-[0-9A-Za-z-]{10,}|sk-[A-Za-z0-9]{20,}");
    private static readonly Regex ConnectionSecret = Pattern.Of(@"(://[^/\s:@""'{}$]+:[^/\s:@""'{}$]{3,}@)|(;\s*password=[^;""'{}$\s]{3,})", ignoreCase: true);
    private static readonly Regex Placeholder = Pattern.Of(@"^(<.*>|\$\{?.*|\{.*\}|%.*%|x+|\*+|your.*|changeme|example.*|placeholder|process\.env.*|required|invalid.*|missing.*)$", ignoreCase: true);
    private static readonly Regex PlainHttp = Pattern.Of(@"[""'(=\s]http://[A-Za-z0-9]");
    private static readonly Regex HarmlessHttp = Pattern.Of(@"http://(localhost|127\.|0\.0\.0\.0|\[::1\]|www\.w3\.org|schemas\.|xmlns|json-schema|[\w.-]*example\.(com|org|net)|[\w.-]+\.(test|invalid|local)\b)");
    private static readonly Regex Debugger = Pattern.Of(@"\bdebugger;|\bbreakpoint\(\)|\bpdb\.set_trace\(\)|\bbinding\.pry\b|\bDebugger\.(Break|Launch)\(|\bset -x\b");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } = [HardCodedSecret, DebugOutput, DebuggerCall, UnencryptedAddress];

    private static RuleHit? HardCodedSecret(LineProbe line)
    {
        var text = line.Line.Text;
        var match = Secret.Match(text);
        var named = match.Success && !Placeholder.IsMatch(match.Groups[3].Value);
        if (!named && !KnownKey.IsMatch(text) && !ConnectionSecret.IsMatch(text))
        {
            return null;
        }

        var names = named ? $"`{match.Groups[1].Value}`" : line.Names;
        return new RuleHit(
            line.InTest ? Severity.Medium : Severity.Critical,
            "hard-coded-secret",
            "Secret written into the source",
            $"{names} is given a secret in plain text; whoever can read the repository has it, also after it is removed.",
            null,
            named ? 0.9 : 0.95);
    }

    private static RuleHit? DebugOutput(LineProbe line)
    {
        var call = line.Language switch
        {
            Language.CSharp => Call(line, "Console.WriteLine(", "Debug.WriteLine(", "Console.Write("),
            Language.Java => Call(line, "System.out.print", "System.err.print", ".printStackTrace("),
            Language.Script => Call(line, "console.log(", "console.debug(", "console.dir(", "alert("),
            Language.Python => Call(line, "print(", "pprint("),
            Language.Go => Call(line, "fmt.Println(", "fmt.Printf(", "spew.Dump("),
            Language.Rust => Call(line, "dbg!(", "println!("),
            Language.C => Call(line, "printf(", "std::cout"),
            Language.Php => Call(line, "var_dump(", "print_r("),
            _ => null,
        };
        return call is not null && !line.InTest
            ? new RuleHit(Severity.Low, "debug-output", "Debug output left in the code", $"`{call}` writes to the console; use the logger, or remove it when it was for debugging.", null, 0.7)
            : null;
    }

    private static RuleHit? DebuggerCall(LineProbe line) =>
        Debugger.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Medium, "debug-output", "Debugger call left in the code", $"`{match.Value.TrimEnd(';', '(')}` stops or traces the program wherever it runs.", null, 0.9)
            : null;

    private static RuleHit? UnencryptedAddress(LineProbe line) =>
        PlainHttp.IsMatch(line.Line.Text) && !HarmlessHttp.IsMatch(line.Line.Text) && !line.Is(Language.Prose) && line.Code.Trim().Length > 0
            ? new RuleHit(Severity.Medium, "plain-http", "Unencrypted address", $"{line.Names} uses an address that begins with `http://`; what is sent there can be read and changed on the way.", null, 0.7)
            : null;

    private static string? Call(LineProbe line, params ReadOnlySpan<string> calls)
    {
        foreach (var call in calls)
        {
            var at = line.Code.IndexOf(call, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || (!char.IsLetterOrDigit(line.Code[at - 1]) && line.Code[at - 1] is not ('_' or '.'))) || (at > 0 && call[0] == '.'))
            {
                return call.Trim('(', '.');
            }
        }

        return null;
    }
}
