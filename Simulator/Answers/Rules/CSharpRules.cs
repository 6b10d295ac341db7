using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for mistakes of C#, some of them shared with Java (task F3).</summary>
internal static class CSharpRules
{
    private static readonly Regex AsyncVoid = Pattern.Of(@"\basync\s+void\s+(\w+)\s*\(");
    private static readonly Regex Handler = Pattern.Of(@"\(\s*object\??\s+\w+\s*,\s*\w*EventArgs");
    private static readonly Regex Blocking = Pattern.Of(@"(\w+)(\([^)]*\))?\.(Result\b|Wait\(\)|GetAwaiter\(\)\.GetResult\(\))");
    private static readonly Regex ResultAssigned = Pattern.Of(@"\.Result\s*=[^=]");
    private static readonly Regex UnawaitedCall = Pattern.Of(@"^([A-Za-z_][\w.]*Async)\(.*\);$");
    private static readonly Regex Opened = Pattern.Of(@"=\s*(await\s+)?(new\s+(FileStream|StreamReader|StreamWriter|SqlConnection|SqliteConnection|NpgsqlConnection|MemoryMappedFile|BinaryReader|BinaryWriter|TcpClient|Socket|FileInputStream|FileOutputStream|FileReader|FileWriter|BufferedReader|Scanner)\b|File\.(Open|OpenRead|OpenText|OpenWrite|Create|CreateText)\()");
    private static readonly Regex Rethrow = Pattern.Of(@"^\s*throw\s+(ex|e|exception|err|error)\s*;");
    private static readonly Regex Sleep = Pattern.Of(@"\bThread\.sleep\(", ignoreCase: true);
    private static readonly Regex JavaText = Pattern.Of(@"[\w)]\s*[=!]=\s*""|""\s*[=!]=\s*\w");
    private static readonly Regex LockOnThis = Pattern.Of(@"\block\s*\(\s*(this|typeof\(\w+\)|"")|\bsynchronized\s*\(\s*(this|"")");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } = [AsyncVoidMethod, BlockingWait, MissingAwait, NotDisposed, TraceLost, BlockingSleep, TextByReference, LockOnPublic];

    private static RuleHit? AsyncVoidMethod(LineProbe line) =>
        line.Is(Language.CSharp) && AsyncVoid.Match(line.Code) is { Success: true } match && !Handler.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "async-void", "async void cannot be awaited", $"`{match.Groups[1].Value}` is `async void`: its caller cannot await it and an exception in it ends the process.", line.Text.Replace("async void", "async Task", StringComparison.Ordinal), 0.92)
            : null;

    private static RuleHit? BlockingWait(LineProbe line) =>
        line.Is(Language.CSharp) && Blocking.Match(line.Code) is { Success: true } match && !ResultAssigned.IsMatch(line.Code) && !line.Code.Contains("nameof(", StringComparison.Ordinal)
            ? new RuleHit(Severity.High, "blocking-wait", "Thread blocked on asynchronous work", $"`{match.Groups[1].Value}` is waited for with `.{match.Groups[3].Value}`, which blocks a thread and can deadlock; await it.", null, 0.82)
            : null;

    private static RuleHit? MissingAwait(LineProbe line) =>
        line.Is(Language.CSharp) && UnawaitedCall.Match(line.Code.Trim()) is { Success: true } match
        && line.File.Before(line.Index, 1).FirstOrDefault() is var before && !(before?.Code.TrimEnd() is { } previous && (previous.EndsWith('=') || previous.EndsWith("await", StringComparison.Ordinal) || previous.EndsWith("return", StringComparison.Ordinal) || previous.EndsWith("=>", StringComparison.Ordinal) || previous.EndsWith('?') || previous.EndsWith(':')))
            ? new RuleHit(Severity.High, "missing-await", "Asynchronous call is not awaited", $"`{match.Groups[1].Value}` returns before its work is done; its errors are lost and what follows runs too early.", "await " + line.Text, 0.85)
            : null;

    private static RuleHit? NotDisposed(LineProbe line)
    {
        var keptElsewhere = line.Code.Contains("using", StringComparison.Ordinal) || line.Code.Contains("try (", StringComparison.Ordinal) || line.Code.Contains("readonly", StringComparison.Ordinal)
            || line.Code.Contains("private ", StringComparison.Ordinal) || line.Code.TrimStart().StartsWith('_') || line.Code.Contains("this.", StringComparison.Ordinal);
        return line.Is(Language.CSharp, Language.Java) && Opened.Match(line.Code) is { Success: true } && !keptElsewhere
            ? new RuleHit(Severity.Medium, "resource-leak", "Resource is opened but not surely closed", $"{line.Names} is opened without {(line.Is(Language.CSharp) ? "using" : "try-with-resources")}; an exception on the way leaves it open.", line.Is(Language.CSharp) ? "using " + line.Text : null, 0.78)
            : null;
    }

    private static RuleHit? TraceLost(LineProbe line) =>
        line.Is(Language.CSharp) && Rethrow.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Medium, "lost-stack-trace", "Stack trace is lost", $"Throwing `{match.Groups[1].Value}` again starts its stack trace anew; a bare throw keeps it.", "throw;", 0.9)
            : null;

    private static RuleHit? BlockingSleep(LineProbe line) =>
        line.Is(Language.CSharp, Language.Java) && Sleep.IsMatch(line.Code)
            ? new RuleHit(Severity.Low, "blocking-sleep", "Thread is put to sleep", $"{line.Names} holds a thread for a fixed time: too long where the thing awaited is early, too short where it is late.", null, 0.7)
            : null;

    private static RuleHit? TextByReference(LineProbe line) =>
        line.Is(Language.Java) && line.File.Path.EndsWith(".java", StringComparison.Ordinal) && JavaText.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "reference-comparison", "Texts compared by reference", $"{line.Names} is compared with == , which asks whether it is the same object; equals compares the text.", null, 0.9)
            : null;

    private static RuleHit? LockOnPublic(LineProbe line) =>
        line.Is(Language.CSharp, Language.Java) && LockOnThis.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Medium, "public-lock", "Lock on an object that others can lock", $"`{match.Value}` can be locked by any other code as well; use a private object.", null, 0.8)
            : null;
}
