using System.Text.RegularExpressions;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Checks of what a line shows on its face (task F2).</summary>
internal static class SurfaceRules
{
    private const int LongLine = 160;

    private static readonly Regex Marker = Pattern.Of(@"\b(TODO|FIXME|XXX|HACK)\b");
    private static readonly Regex DisabledTest = Pattern.Of(@"\[(Fact|Theory|Test)\(\s*Skip\s*=|@(Ignore|Disabled)\b|\b(it|describe|test)\.(skip|only)\(|\b(xit|xdescribe|fit|fdescribe)\(|@pytest\.mark\.skip|@unittest\.skip|\bt\.Skip\(|#\[ignore");
    private static readonly Regex Suppression = Pattern.Of(@"#pragma warning disable|eslint-disable|@ts-(ignore|nocheck)|#\s*noqa|#\s*type:\s*ignore|@SuppressWarnings|//\s*nolint|#\[allow\(|pylint:\s*disable|rubocop:disable");
    private static readonly Regex Unfinished = Pattern.Of(@"\bNotImplementedException\b|\bunimplemented!\(|\btodo!\(|panic\(""not implemented|\bUnsupportedOperationException\(""(not implemented|todo)", ignoreCase: true);
    private static readonly Regex DeadCode = Pattern.Of(@"(^(return|if|for|while|var|let|const|int|string|await)\b.*[;{(])|(^[\w.\[\]]+\s*\(.*\)\s*;?$)|(^[\w.\[\]]+\s*[-+]?=\s*[^=].*;$)|([;{]$)");
    private static readonly Regex HashDeadCode = Pattern.Of(@"^([\w.]+\(.*\)|[\w.\[\]]+ = .+|return \w.*|if .+:|for .+ in .+:|import \w+|from \w+ import .+)$");

    /// <summary>All rules of this kind.</summary>
    public static IReadOnlyList<LineRule> All { get; } =
        [MergeMarker, LeftoverMarker, DisabledTests, Suppressed, UnfinishedCode, CommentedOutCode, MixedTabs, Misspelling, TooLong];

    private static RuleHit? MergeMarker(LineProbe line)
    {
        var text = line.Line.Text;
        return text.StartsWith("<<<<<<< ", StringComparison.Ordinal) || text.StartsWith(">>>>>>> ", StringComparison.Ordinal) || text.StartsWith("||||||| ", StringComparison.Ordinal)
            ? new RuleHit(Severity.Critical, "merge-conflict", "Merge conflict marker left in the file", $"The line {line.Names} is a conflict marker that a merge left behind; the file is not usable with it.", null, 0.98)
            : null;
    }

    private static RuleHit? LeftoverMarker(LineProbe line)
    {
        var commentsOnly = line.Language.LineComment() is not null;
        var match = Marker.Match(commentsOnly ? line.Line.Comment : line.Line.Text);
        return match.Success && !line.Is(Language.Prose)
            ? new RuleHit(Severity.Low, "leftover", $"{match.Value} left in the change", $"The comment marked `{match.Value}` says that the work here is not finished.", null, 0.9)
            : null;
    }

    private static RuleHit? DisabledTests(LineProbe line) =>
        DisabledTest.Match(line.Line.Text) is { Success: true } match
            ? new RuleHit(Severity.Medium, "disabled-test", "Test switched off or singled out", $"`{match.Value.TrimEnd('(', '=', ' ')}` keeps tests from running; a regression here would go unseen.", null, 0.85)
            : null;

    private static RuleHit? Suppressed(LineProbe line) =>
        Suppression.Match(line.Line.Text) is { Success: true } match && !line.Is(Language.Prose)
            ? new RuleHit(Severity.Low, "suppressed-warning", "Warning silenced instead of solved", $"`{match.Value.TrimEnd('(')}` hides a warning; say next to it why that is right, or solve the cause.", null, 0.7)
            : null;

    private static RuleHit? UnfinishedCode(LineProbe line) =>
        Unfinished.IsMatch(line.Line.Text) && line.Language.IsCode() && line.Line.Comment.Length == 0
            ? new RuleHit(Severity.High, "unfinished", "Code path is not implemented", $"The line with {line.Names} fails whenever it is reached because it is not implemented yet.", null, 0.85)
            : null;

    private static RuleHit? CommentedOutCode(LineProbe line)
    {
        var comment = line.Line.Comment;
        if (comment.Length == 0 || line.Code.Trim().Length > 0 || !line.Language.IsCode() || Marker.IsMatch(comment))
        {
            return null;
        }

        var looksLikeCode = line.Language.LineComment() == "#" ? HashDeadCode.IsMatch(comment) : comment.Length > 3 && DeadCode.IsMatch(comment) && !comment.EndsWith('.');
        return looksLikeCode && comment[0] != '/'
            ? new RuleHit(Severity.Low, "commented-out-code", "Commented-out code", $"`{Texts.Excerpt.Of(comment.Replace("`", "", StringComparison.Ordinal), 60)}` is code that was commented out; version control keeps what is removed.", null, 0.75)
            : null;
    }

    private static RuleHit? MixedTabs(LineProbe line)
    {
        var text = line.Line.Text;
        var indentation = text[..(text.Length - text.AsSpan().TrimStart().Length)];
        return indentation.Contains(" \t", StringComparison.Ordinal) && line.Text.Length > 0
            ? new RuleHit(Severity.Low, "mixed-indentation", "Spaces and tabs mixed in the indentation", $"The line with {line.Names} is indented with spaces followed by tabs; it lines up differently in every editor.", null, 0.8)
            : null;
    }

    private static RuleHit? Misspelling(LineProbe line) =>
        Misspellings.Find(line.Line.Text) is { } found
            ? new RuleHit(Severity.Low, "spelling", $"Misspelled word: {found.Wrong}", $"`{found.Wrong}` should be written \"{found.Right}\".", null, 0.9)
            : null;

    private static RuleHit? TooLong(LineProbe line) =>
        line.Line.Text.Length > LongLine && line.Language.IsCode()
            ? new RuleHit(Severity.Low, "long-line", "Line is too long to read", $"The line with {line.Names} has {line.Line.Text.Length} characters; {LongLine} are the most that can be read comfortably.", null, 0.6)
            : null;
}
