using System.Text.Json;

namespace Workflows.Shared.Tests.PullRequestReview.Reports;

/// <summary>
/// The required shape of SARIF 2.1.0 for the parts that the report uses, written by hand from the OASIS standard (sections 3.13 to 3.58):
/// required members, types, allowed words, index and line rules.
/// </summary>
internal static class SarifShape
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    public static IReadOnlyList<string> Check(string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new List<string>();
        var log = document.RootElement;
        Ensure(TextOf(log, "version") == "2.1.0", "version must be 2.1.0");
        Ensure(log.TryGetProperty("runs", out var runs) && runs.ValueKind == JsonValueKind.Array, "runs must be an array");
        foreach (var run in runs.EnumerateArray())
        {
            CheckRun(run);
        }

        return errors;

        void Ensure(bool condition, string error)
        {
            if (!condition)
            {
                errors.Add(error);
            }
        }

        void CheckRun(JsonElement run)
        {
            var driver = run.GetProperty("tool").GetProperty("driver");
            Ensure(!string.IsNullOrEmpty(TextOf(driver, "name")), "driver.name is required");
            var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => TextOf(rule, "id")).ToList();
            Ensure(rules.All(rule => !string.IsNullOrEmpty(rule)), "a rule needs an id");
            Ensure(rules.Distinct().Count() == rules.Count, "rules must be unique");
            Ensure(TextOf(run, "columnKind") is "utf16CodeUnits" or "unicodeCodePoints", "columnKind must be a known word");
            foreach (var invocation in run.GetProperty("invocations").EnumerateArray())
            {
                Ensure(invocation.GetProperty("executionSuccessful").ValueKind is JsonValueKind.True or JsonValueKind.False, "executionSuccessful is required");
                foreach (var notification in invocation.GetProperty("toolExecutionNotifications").EnumerateArray())
                {
                    Ensure(Levels.Contains(TextOf(notification, "level")), "a notification's level must be a known word");
                    Ensure(IsMessage(notification.GetProperty("message")), "a notification needs a message");
                }
            }

            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                CheckResult(result, rules);
            }
        }

        void CheckResult(JsonElement result, List<string?> rules)
        {
            Ensure(IsMessage(result.GetProperty("message")), "a result needs a message");
            Ensure(Levels.Contains(TextOf(result, "level")), "a result's level must be a known word");
            var index = result.GetProperty("ruleIndex").GetInt32();
            Ensure(index >= 0 && index < rules.Count && rules[index] == TextOf(result, "ruleId"), "ruleIndex must point at the rule of ruleId");
            Ensure(result.GetProperty("partialFingerprints").EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.String), "fingerprints are texts");
            foreach (var location in result.GetProperty("locations").EnumerateArray())
            {
                CheckPlace(location.GetProperty("physicalLocation"));
            }
        }

        void CheckPlace(JsonElement place)
        {
            var uri = TextOf(place.GetProperty("artifactLocation"), "uri") ?? "";
            Ensure(Uri.IsWellFormedUriString(uri, UriKind.Relative), $"'{uri}' must be a relative reference");
            Ensure(!uri.StartsWith('/') && uri.All(char.IsAscii), $"'{uri}' must be percent-encoded and relative");
            if (place.TryGetProperty("region", out var region))
            {
                var first = region.GetProperty("startLine").GetInt32();
                Ensure(first >= 1, "startLine counts from 1");
                Ensure(region.GetProperty("endLine").GetInt32() >= first, "endLine must not lie before startLine");
                Ensure(!region.TryGetProperty("snippet", out var snippet) || TextOf(snippet, "text") is not null, "a snippet needs its text");
            }
        }
    }

    private static bool IsMessage(JsonElement message) => TextOf(message, "text") is not null;

    private static string? TextOf(JsonElement value, string name) =>
        value.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
