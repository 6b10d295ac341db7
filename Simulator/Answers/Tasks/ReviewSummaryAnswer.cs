using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Simulator.Answers.Texts;

namespace Workflows.Simulator.Answers.Tasks;

/// <summary>P2: the summary of a review from its report.</summary>
internal sealed class ReviewSummaryAnswer : ITaskAnswer
{
    private static readonly string[] Severities = ["critical", "high", "medium", "low"];

    public IReadOnlyList<string> Tasks { get; } = ["P2"];

    public string SchemaName => "review_summary";

    public JsonObject Answer(string task, Prompt prompt)
    {
        try
        {
            using var report = JsonDocument.Parse(prompt.Section("report") ?? "{}");
            return Summarise(report.RootElement);
        }
        catch (JsonException)
        {
            return Summarise(default);
        }
    }

    private static JsonObject Summarise(JsonElement report)
    {
        var title = Loose.Text(report, "title") ?? "";
        var files = Loose.Items(report, "files").ToList();
        var missing = Loose.Items(report, "missing").Count();
        var findings = files
            .SelectMany(file => Loose.Items(file, "findings").Select(finding => (Path: Loose.Text(file, "path") ?? "?", Severity: Loose.Text(finding, "severity") ?? "low", Title: Loose.Text(finding, "title") ?? "")))
            .OrderBy(finding => Array.IndexOf(Severities, finding.Severity) is var rank and >= 0 ? rank : Severities.Length)
            .ToList();
        var korean = Sentences.IsKorean(title + (Loose.Text(report, "intent") ?? ""));
        var concerned = findings.Count == 0 ? files.Count : findings.Select(finding => finding.Path).Distinct(StringComparer.Ordinal).Count();
        var grave = findings.Count(finding => finding.Severity is "critical" or "high");
        var risk = grave > 0 ? "high" : missing > 0 || findings.Exists(finding => finding.Severity == "medium") ? "medium" : "low";
        return new JsonObject
        {
            ["headline"] = korean ? $"파일 {concerned}개에서 발견 {findings.Count}건, 심각 {grave}건" : $"{Count(findings.Count, "finding")} in {Count(concerned, "file")}, {grave} of them grave",
            ["summary"] = korean ? Korean(title, findings, missing) : English(title, findings, missing),
            ["risk"] = risk,
        };
    }

    private static string English(string title, List<(string Path, string Severity, string Title)> findings, int missing)
    {
        var about = title.Length > 0 ? $"The change \"{Excerpt.Of(title, 120)}\" was reviewed. " : "";
        var gravest = findings.Count == 0
            ? "Nothing was found in the files that were read."
            : "To look at first: " + string.Join("; ", findings.Take(3).Select(finding => $"{finding.Title.TrimEnd('.')} ({finding.Severity}, {finding.Path})")) + ".";
        return about + gravest + (missing > 0 ? $" {Count(missing, "part")} of the review {(missing == 1 ? "is" : "are")} missing." : "");
    }

    private static string Korean(string title, List<(string Path, string Severity, string Title)> findings, int missing)
    {
        var about = title.Length > 0 ? $"'{Excerpt.Of(title, 120)}' 변경을 검토했습니다. " : "";
        var gravest = findings.Count == 0
            ? "검토한 파일에서 발견된 문제가 없습니다."
            : "먼저 볼 것: " + string.Join("; ", findings.Take(3).Select(finding => $"{finding.Title.TrimEnd('.')} ({finding.Severity}, {finding.Path})")) + ".";
        return about + gravest + (missing > 0 ? $" 검토 중 {missing}개 부분이 빠졌습니다." : "");
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
