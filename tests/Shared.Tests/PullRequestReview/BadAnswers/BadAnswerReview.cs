using System.Text.Json;
using Workflows.Shared.Models;
using Workflows.Shared.Prompts;
using Workflows.Shared.Prompts.PullRequestReview;
using Workflows.Shared.PullRequestReview;
using Workflows.Shared.PullRequestReview.Answers;
using Workflows.Shared.PullRequestReview.Findings;
using Workflows.Shared.PullRequestReview.Locating;
using Workflows.Shared.PullRequestReview.Planning;

namespace Workflows.Shared.Tests.PullRequestReview.BadAnswers;

/// <summary>Takes a case through the product's own steps, from the server's text to the report's findings.</summary>
internal sealed class BadAnswerReview(BadAnswerCase item, string diff)
{
    /// <summary>Properties that quote or name things of the input, as the model client leaves them out of the script check.</summary>
    private static readonly string[] Quotations = ["quote", "path", "file"];

    private readonly PlannedFile file = ReviewPlanner.Plan(diff).Files[0];

    /// <summary>The error of the finding task's answer; null when it could be used.</summary>
    public string? Error { get; private set; }

    public IReadOnlyList<LocatedCandidate> Candidates { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public void Run()
    {
        var answer = Ask<FileFindingsAnswer>(ReviewPrompts.For(item.Task).Build(new ReviewPromptInput { Diff = file.Shown }), item.Content, item.Reasoning, out var error);
        Error = error;
        if (answer is null)
        {
            return;
        }

        Candidates = FindingIntake.Take(file.Diff, answer.Findings, "qwen3");
        CandidateFinding[] candidates = [.. Candidates.Select(candidate => candidate.Finding)];
        var synthesis = ReviewPrompts.F5.Build(new ReviewPromptInput { Findings = [.. candidates.Select((finding, index) => PromptFinding.From(index, finding))] });
        var merged = FindingMerge.Apply(candidates, Ask<MergedFindingsAnswer>(synthesis, item.F5));
        ReviewPromptInput asked = new() { Diff = file.Shown, Findings = [.. merged.Select((finding, index) => PromptFinding.From(index, finding.Finding))] };
        FindingVerdicts verdicts = new()
        {
            Accuracy = Ask<VerdictsAnswer>(ReviewPrompts.V1.Build(asked), item.V1),
            Location = Ask<VerdictsAnswer>(ReviewPrompts.V2.Build(asked), item.V2),
            Suggestion = Ask<VerdictsAnswer>(ReviewPrompts.V3.Build(asked), item.V3),
            Hallucination = Ask<VerdictsAnswer>(ReviewPrompts.V4.Build(asked), item.V4),
        };
        Findings = FindingSettlement.Settle(file.Diff, file.Shown, Candidates, merged, verdicts);
    }

    /// <summary>A finding in the words of <see cref="ExpectedFinding"/>.</summary>
    public string Describe(Finding finding)
    {
        var checks = finding.Checks;
        string[] words = [Word(checks.Accuracy), Word(checks.Location), Word(checks.Suggestion), Word(checks.Hallucination)];
        return $"{Place(finding)} | {Word(finding.Severity)} | {string.Join(' ', words)}";
    }

    private string Place(Finding finding)
    {
        var location = Candidates.Select(candidate => candidate.Location).First(location => location.Line == finding.Line && location.Side == finding.Side);
        return location.Kind switch
        {
            LocationKind.NotFound => "not found",
            LocationKind.Ambiguous => "ambiguous",
            _ => $"{Word(finding.Side!.Value)} {finding.Line}{(finding.EndLine is null ? "" : "-" + finding.EndLine)}{(location.Moved ? " moved" : "")}",
        };
    }

    private T? Ask<T>(Prompt prompt, JsonElement? content)
        where T : class => content is null ? null : Ask<T>(prompt, content, null, out _);

    private T? Ask<T>(Prompt prompt, JsonElement? content, JsonElement? reasoning, out string? error)
        where T : class
    {
        var reading = AnswerReader.Read(Raw(content), Raw(reasoning), prompt.Schema!);
        error = reading.Error;
        if (reading.Value is not { } answer)
        {
            return null;
        }

        if (ScriptCheck.IsWrongScript(AnswerText.Of(answer, Quotations), AnswerLanguage.English, prompt.User))
        {
            error = "reask-language";
            return null;
        }

        return JsonSerializer.Deserialize<T>(answer.GetRawText(), AnswerJson.Options);
    }

    private string? Raw(JsonElement? text)
    {
        if (text is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        var raw = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return item.Fill.Aggregate(raw, (filled, fill) => filled.Replace(fill.Key, string.Concat(Enumerable.Repeat(fill.Value.Text, fill.Value.Times)), StringComparison.Ordinal));
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
