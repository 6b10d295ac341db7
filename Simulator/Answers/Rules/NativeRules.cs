using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks for mistakes of Go, C, Rust, shell, SQL and deployment files (task F3).</summary>
internal static class NativeRules
{
    private static readonly Regex Discarded = Pattern.Of(@"^\s*_\s*=\s*[\w.]+\(|,\s*_\s*:?=\s*[\w.]+\(");
    private static readonly Regex ErrorTaken = Pattern.Of(@"\berr\s*:?=\s*[\w.]+\(");
    private static readonly Regex GoOpen = Pattern.Of(@"(\w+)\s*,\s*\w+\s*:?=\s*os\.(Open|Create|OpenFile)\(");
    private static readonly Regex UnsafeC = Pattern.Of(@"\b(strcpy|strcat|sprintf|gets|vsprintf)\s*\(");
    private static readonly Regex Unwrap = Pattern.Of(@"\.(unwrap|expect)\(");
    private static readonly Regex DangerousRemoval = Pattern.Of(@"\brm\s+-[a-zA-Z]*[rf][a-zA-Z]*\s+(""?\$\{?\w+\}?/|\$\w+|/\s|/$|\*)");
    private static readonly Regex PipeToShell = Pattern.Of(@"\b(curl|wget)\b.*\|\s*(sudo\s+)?(ba|z)?sh\b");
    private static readonly Regex OpenPermissions = Pattern.Of(@"\bchmod\s+(-R\s+)?0?777\b");
    private static readonly Regex Unfiltered = Pattern.Of(@"^\s*(delete\s+from\s+[\w.""]+|update\s+[\w.""]+\s+set\s+[^;]*)\s*;\s*$", ignoreCase: true);
    private static readonly Regex Where = Pattern.Of(@"\bwhere\b", ignoreCase: true);
    private static readonly Regex DropTable = Pattern.Of(@"^\s*(drop\s+(table|column|database)|truncate\s+table|alter\s+table\s+\S+\s+drop\s+column)\b", ignoreCase: true);
    private static readonly Regex Latest = Pattern.Of(@"(image:\s*|^\s*FROM\s+)[\w./-]+(:latest)(\s|$)");
    private static readonly Regex Privileged = Pattern.Of(@"^\s*-?\s*(privileged|hostNetwork|allowPrivilegeEscalation):\s*true\b");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } =
        [IgnoredGoError, UncheckedGoError, GoFileNotClosed, UnboundedCopy, RustUnwrap, ShellDanger, SqlWithoutFilter, SqlDrop, FloatingImage, PrivilegedContainer];

    private static RuleHit? IgnoredGoError(LineProbe line) =>
        line.Is(Language.Go) && Discarded.IsMatch(line.Code)
            ? new RuleHit(Severity.Medium, "ignored-error", "Error is thrown away", $"A result of the call at {line.Names} is assigned to `_`; when it is the error, the failure goes unseen.", null, 0.8)
            : null;

    private static RuleHit? UncheckedGoError(LineProbe line)
    {
        if (!line.Is(Language.Go) || !ErrorTaken.IsMatch(line.Code) || line.Code.Contains("if ", StringComparison.Ordinal))
        {
            return null;
        }

        var next = line.File.After(line.Index, 4).ToList();
        return next.Count == 0 || next.Exists(after => Identifiers.Occurs("err", after.Code))
            ? null
            : new RuleHit(Severity.High, "ignored-error", "Error is not checked", $"`err` is taken from {line.Names} but not looked at before the results are used.", null, 0.8);
    }

    private static RuleHit? GoFileNotClosed(LineProbe line) =>
        line.Is(Language.Go) && GoOpen.Match(line.Code) is { Success: true } match && line.File.After(line.Index, 8).ToList() is { Count: > 1 } next
        && !next.Exists(after => after.Code.Contains($"{match.Groups[1].Value}.Close()", StringComparison.Ordinal) || after.Code.Contains("return " + match.Groups[1].Value, StringComparison.Ordinal))
            ? new RuleHit(Severity.Medium, "resource-leak", "File is not closed", $"`{match.Groups[1].Value}` is opened, and nothing shown closes it; defer its Close.", null, 0.75)
            : null;

    private static RuleHit? UnboundedCopy(LineProbe line) =>
        line.Is(Language.C) && UnsafeC.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.High, "buffer-overflow", "Copy without a bound", $"`{match.Groups[1].Value}` writes as much as it is given, past the end of the buffer if need be; use the bounded form.", null, 0.88)
            : null;

    private static RuleHit? RustUnwrap(LineProbe line) =>
        line.Is(Language.Rust) && !line.InTest && Unwrap.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.Low, "panic", "Failure ends the program", $"`{match.Groups[1].Value}` at {line.Names} panics when there is no value; pass the error on instead.", null, 0.65)
            : null;

    private static RuleHit? ShellDanger(LineProbe line)
    {
        if (!line.Is(Language.Shell, Language.Docker, Language.Yaml))
        {
            return null;
        }

        var text = line.Line.Text;
        return DangerousRemoval.IsMatch(text) ? new RuleHit(Severity.High, "dangerous-command", "Removal of an unchecked path", $"The removal at {line.Names} takes whatever the variable holds; when it is empty, far more is deleted than meant.", null, 0.82)
            : PipeToShell.IsMatch(text) ? new RuleHit(Severity.High, "dangerous-command", "Downloaded text is run unseen", $"{line.Names} runs what the network answers, whatever that is; check a digest first.", null, 0.85)
            : OpenPermissions.IsMatch(text) ? new RuleHit(Severity.High, "open-permissions", "Everyone may write", $"`chmod` with 777 at {line.Names} lets every user change the file.", null, 0.88)
            : null;
    }

    private static RuleHit? SqlWithoutFilter(LineProbe line) =>
        line.Is(Language.Sql) && Unfiltered.IsMatch(line.Code) && !Where.IsMatch(line.Code)
            ? new RuleHit(Severity.Critical, "unfiltered-statement", "Statement touches every row", $"The statement on {line.Names} has no WHERE: all rows change.", null, 0.9)
            : null;

    private static RuleHit? SqlDrop(LineProbe line) =>
        line.Is(Language.Sql) && DropTable.IsMatch(line.Code)
            ? new RuleHit(Severity.High, "data-loss", "Data is dropped", $"{line.Names} is dropped with all it holds; say how it can be brought back.", null, 0.8)
            : null;

    private static RuleHit? FloatingImage(LineProbe line) =>
        line.Is(Language.Yaml, Language.Docker) && Latest.IsMatch(line.Code)
            ? new RuleHit(Severity.Low, "floating-version", "Image version floats", $"{line.Names} is taken as `latest`, so that the same file gives another result tomorrow; name a version.", null, 0.85)
            : null;

    private static RuleHit? PrivilegedContainer(LineProbe line) =>
        line.Is(Language.Yaml) && Privileged.Match(line.Code) is { Success: true } match
            ? new RuleHit(Severity.High, "privileged-container", "Container gets the host's rights", $"`{match.Groups[1].Value}` is true: whoever breaks into the container has the machine.", null, 0.88)
            : null;
}
