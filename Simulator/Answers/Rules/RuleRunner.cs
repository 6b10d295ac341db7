using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Diffs;

namespace Workflows.Simulator.Answers.Rules;

/// <summary>Runs rules over a file's shown lines.</summary>
internal static class RuleRunner
{
    /// <summary>The most findings of one answer.</summary>
    public const int MostFindings = 25;

    // A longer line is generated or data; reading it costs time and finds nothing.
    private const int LongestLine = 2_000;

    private static readonly List<LineRule> SurfaceOfAdded = [.. SurfaceRules.All, .. HygieneRules.All];
    private static readonly List<LineRule> LogicOfAdded = [.. SecurityRules.All, .. LogicRules.All, .. CSharpRules.All, .. ScriptRules.All, .. NativeRules.All];

    /// <summary>The findings of task F2.</summary>
    public static IEnumerable<Finding> Surface(ShownFile file) => Run(file, '+', SurfaceOfAdded);

    /// <summary>The findings of task F3.</summary>
    public static IEnumerable<Finding> Logic(ShownFile file) => Run(file, '+', LogicOfAdded).Concat(Run(file, '-', RemovedRules.All));

    /// <summary>Hits at line indexes as findings.</summary>
    public static IEnumerable<Finding> Place(ShownFile file, IEnumerable<(int Index, RuleHit Hit)> hits) =>
        hits.Select(hit => new Finding(file.Path, file.Lines[hit.Index], hit.Hit));

    /// <summary>Findings as answers carry them: the gravest when there are too many, in the order of the lines.</summary>
    public static JsonArray Write(IEnumerable<Finding> findings)
    {
        var kept = findings.OrderByDescending(finding => finding.Hit.Severity).Take(MostFindings).OrderBy(finding => finding.Line.Number).ThenBy(finding => finding.Line.Side, StringComparer.Ordinal);
        return new JsonArray([.. kept.Select(finding => finding.ToJson())]);
    }

    private static IEnumerable<Finding> Run(ShownFile file, char sign, IReadOnlyList<LineRule> rules)
    {
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Sign != sign || file.Lines[i].Trimmed.Length is 0 or > LongestLine)
            {
                continue;
            }

            var probe = new LineProbe(file, i);
            foreach (var rule in rules)
            {
                if (rule(probe) is { } hit)
                {
                    yield return new Finding(file.Path, probe.Line, hit);
                }
            }
        }
    }
}
