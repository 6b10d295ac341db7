using System.Text.Json.Nodes;

namespace Workflows.Shared.PullRequestReview.Reports;

/// <summary>
/// A report as SARIF 2.1.0 (OASIS Standard, Static Analysis Results Interchange Format). A category is a rule. A region is given only
/// for lines of the new side: SARIF has no word for lines that the change removed.
/// </summary>
internal static class SarifReport
{
    private const string Uncategorised = "uncategorised";

    public static string Render(ReviewReport report)
    {
        var located = Located(report).ToList();
        var rules = located.Select(entry => RuleOf(entry.Finding)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = Tool(rules),
                ["invocations"] = new JsonArray(Invocation(report)),
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. located.Select(entry => Result(entry.Path, entry.Finding, rules, report.Simulated))]),
                ["properties"] = new JsonObject
                {
                    ["simulated"] = report.Simulated,
                    ["reviewId"] = report.Id,
                    ["status"] = report.Status.ToString().ToLowerInvariant(),
                    ["summary"] = report.Summary,
                },
            }),
        };
        return log.ToJsonString(ReviewJson.Indented);
    }

    private static IEnumerable<(string? Path, Finding Finding)> Located(ReviewReport report) =>
        report.Files.SelectMany(file => ReportWords.Ordered(file.Findings).Select(finding => ((string?)(finding.Path ?? file.Path), finding)))
            .Concat(ReportWords.Ordered(report.CrossFile).Select(finding => (finding.Path, finding)));

    private static JsonObject Tool(List<string> rules) => new()
    {
        ["driver"] = new JsonObject
        {
            ["name"] = "workflows",
            ["version"] = typeof(SarifReport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
            ["rules"] = new JsonArray([.. rules.Select(rule => new JsonObject
            {
                ["id"] = rule,
                ["shortDescription"] = Message(rule),
            })]),
        },
    };

    private static JsonObject Invocation(ReviewReport report)
    {
        var notifications = report.Missing.Select(text => Notification("warning", text))
            .Concat(report.Files
                .Where(file => file.Status != FileReviewStatus.Reviewed)
                .Select(file => Notification(
                    file.Status == FileReviewStatus.Skipped ? "note" : "warning",
                    $"{file.Path}: {file.Status.ToString().ToLowerInvariant()}{(file.Reason is null ? "" : ", " + file.Reason)}")));
        return new JsonObject
        {
            ["executionSuccessful"] = report.Status != ReviewStatus.Failed,
            ["toolExecutionNotifications"] = new JsonArray([.. notifications]),
        };
    }

    private static JsonObject Notification(string level, string text) => new() { ["level"] = level, ["message"] = Message(text) };

    private static JsonObject Result(string? path, Finding finding, List<string> rules, bool simulated)
    {
        var rule = RuleOf(finding);
        var suggestion = string.IsNullOrWhiteSpace(finding.Suggestion) ? "" : $"\n\nSuggestion: {finding.Suggestion}";
        return new JsonObject
        {
            ["ruleId"] = rule,
            ["ruleIndex"] = rules.IndexOf(rule),
            ["level"] = LevelOf(finding.Severity),
            ["message"] = Message($"{finding.Title}\n\n{finding.Message}{suggestion}"),
            ["locations"] = string.IsNullOrEmpty(path) ? new JsonArray() : new JsonArray(Location(path, finding)),
            ["partialFingerprints"] = new JsonObject { ["workflows/v1"] = finding.Id },
            ["properties"] = Properties(finding, simulated),
        };
    }

    private static JsonObject Location(string path, Finding finding)
    {
        var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(path) } };
        if (finding is { Line: { } line and >= 1, Side: not DiffSide.Old })
        {
            var region = new JsonObject { ["startLine"] = line, ["endLine"] = Math.Max(line, finding.EndLine ?? line) };
            if (finding.Quote.Length > 0)
            {
                region["snippet"] = new JsonObject { ["text"] = finding.Quote };
            }

            place["region"] = region;
        }

        return new JsonObject { ["physicalLocation"] = place };
    }

    private static JsonObject Properties(Finding finding, bool simulated)
    {
        var properties = new JsonObject
        {
            ["severity"] = ReportWords.Of(finding.Severity),
            ["confidence"] = finding.Confidence,
            ["foundBy"] = new JsonArray([.. finding.FoundBy.Select(model => JsonValue.Create(model))]),
            ["checks"] = new JsonObject
            {
                ["accuracy"] = ReportWords.Of(finding.Checks.Accuracy),
                ["location"] = ReportWords.Of(finding.Checks.Location),
                ["suggestion"] = ReportWords.Of(finding.Checks.Suggestion),
                ["hallucination"] = ReportWords.Of(finding.Checks.Hallucination),
            },
            ["simulated"] = simulated,
        };
        if (finding.Side is { } side)
        {
            properties["side"] = side.ToString().ToLowerInvariant();
        }

        if (finding is { Side: DiffSide.Old, Line: { } oldLine })
        {
            properties["oldLine"] = oldLine;
        }

        return properties;
    }

    /// <summary>Links in a SARIF message have the form <c>[text](target)</c>; a blank between keeps outside text from making one.</summary>
    private static JsonObject Message(string text) =>
        new() { ["text"] = SafeText.Block(text, 8_000).Replace("](", "] (", StringComparison.Ordinal) };

    private static string RuleOf(Finding finding) => string.IsNullOrWhiteSpace(finding.Category) ? Uncategorised : SafeText.Line(finding.Category);

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical or FindingSeverity.High => "error",
        FindingSeverity.Medium => "warning",
        _ => "note",
    };

    /// <summary>A relative reference: percent-encoded by segment, never starting with a slash, which would make it another thing.</summary>
    private static string UriOf(string path) => string.Join('/', path.TrimStart('/').Split('/').Select(Uri.EscapeDataString));
}
