using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks of removed lines for guards that are gone (task F3).</summary>
internal static class RemovedRules
{
    private static readonly int[] NullCheckGroups = [1, 5, 6];
    private static readonly Regex NullCheck = Pattern.Of(@"([A-Za-z_][\w.]*)\s*(===?|!==?|is|is not)\s*(null|None|nil|nullptr|undefined)\b|\b(requireNonNull|ThrowIfNull|assertNotNull)\((\w+)|\bif not (\w+)\s*:");
    private static readonly Regex Access = Pattern.Of(@"\b(Authorize|authorize|require_?login|login_required|PreAuthorize|RolesAllowed|check_?permission|CheckPermission|isAuthenticated|IsAuthenticated|requireAuth|csrf\w*|ValidateAntiForgeryToken)\b");
    private static readonly Regex Lock = Pattern.Of(@"\b(lock\s*\(|synchronized\b|\w+\.(Lock|lock|acquire)\(\)|with \w*lock\b)");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } = [NullCheckRemoved, AccessCheckRemoved, LockRemoved];

    private static RuleHit? NullCheckRemoved(LineProbe line)
    {
        if (!line.Language.IsCode() || NullCheck.Match(line.Code) is not { Success: true } match)
        {
            return null;
        }

        var name = NullCheckGroups.Select(group => match.Groups[group].Value).First(value => value.Length > 0);
        var newLines = line.File.Lines.Where(other => other.IsNew).ToList();
        var stillUsed = newLines.Exists(other => Identifiers.Occurs(name, other.Code));
        var stillChecked = newLines.Exists(other => NullCheck.IsMatch(other.Code) && Identifiers.Occurs(name, other.Code)
            || other.Code.Contains($"{name}?.", StringComparison.Ordinal) || other.Code.Contains($"{name} ??", StringComparison.Ordinal) || other.Code.Contains($"if ({name})", StringComparison.Ordinal));
        return stillUsed && !stillChecked
            ? new RuleHit(Severity.High, "null-check-removed", "Check for null was removed", $"`{name}` is no longer checked before it is used; where it is absent, the code below fails now.", null, 0.78)
            : null;
    }

    private static RuleHit? AccessCheckRemoved(LineProbe line) =>
        Access.Match(line.Code) is { Success: true } match && !line.File.Lines.Any(other => other.IsNew && other.Code.Contains(match.Value, StringComparison.Ordinal))
            ? new RuleHit(Severity.Critical, "access-check-removed", "Access check was removed", $"`{match.Value}` is gone and nothing shown takes its place: callers that were turned away get in.", null, 0.85)
            : null;

    private static RuleHit? LockRemoved(LineProbe line) =>
        line.Language.IsCode() && Lock.Match(line.Code) is { Success: true } match && !line.File.Lines.Any(other => other.IsNew && Lock.IsMatch(other.Code))
            ? new RuleHit(Severity.High, "lock-removed", "Lock was removed", $"{line.Names}: what `{match.Value.Trim('(', ' ')}` protected can now be changed by two threads at once.", null, 0.75)
            : null;
}
