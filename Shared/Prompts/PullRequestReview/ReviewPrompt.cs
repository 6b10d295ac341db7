using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts.PullRequestReview;

/// <summary>The wording, the answer's shape and the settings of one review task.</summary>
public sealed class ReviewPrompt
{
    internal ReviewPrompt(string id, string title, string version, string instructions, AnswerSchema schema, params ReviewSection[] sections)
    {
        Id = id;
        Title = title;
        Version = version;
        Schema = schema;
        Sections = sections;

        // Some servers do not enforce, and some refuse, the schema beside the messages: the model has to see it as well.
        System = $"Task {id}: {title}\n\n{instructions}\n\n{ReviewPromptRules.Common}\n{JsonSerializer.Serialize(schema.Schema)}";
    }

    /// <summary>The task, for example <c>F2</c>.</summary>
    public string Id { get; }

    /// <summary>The task in a few words.</summary>
    public string Title { get; }

    /// <summary>The version of wording, schema and settings.</summary>
    public string Version { get; }

    /// <summary>The system message.</summary>
    public string System { get; }

    /// <summary>What the answer must look like.</summary>
    public AnswerSchema Schema { get; }

    /// <summary>The parts of the input that the task sees, in the order in which the prompt shows them.</summary>
    public IReadOnlyList<ReviewSection> Sections { get; }

    /// <summary>Most tokens the answer may have.</summary>
    public int MaxOutputTokens { get; internal init; } = 2_048;

    /// <summary>Sampling temperature: low, so that the same diff finds the same things.</summary>
    public double Temperature { get; internal init; } = 0.1;

    /// <summary>The user message for an input: the sections that the task sees and the input has.</summary>
    public string BuildUser(ReviewPromptInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sections = new List<string>(Sections.Count);
        foreach (var section in Sections)
        {
            if (ContentOf(section, input) is { } content && !string.IsNullOrWhiteSpace(content))
            {
                sections.Add(PromptData.Fence(NameOf(section), content));
            }
        }

        return string.Join('\n', sections);
    }

    /// <summary>The complete prompt for an input.</summary>
    public Prompt Build(ReviewPromptInput input) => new()
    {
        Task = Id,
        Version = Version,
        System = System,
        User = BuildUser(input),
        Schema = Schema,
        MaxOutputTokens = MaxOutputTokens,
        Temperature = Temperature,
    };

    private static string NameOf(ReviewSection section) => section.ToString().ToLowerInvariant();

    private static string? ContentOf(ReviewSection section, ReviewPromptInput input) => section switch
    {
        ReviewSection.Title => input.Title,
        ReviewSection.Description => input.Description,
        ReviewSection.Intent => input.Intent is null ? null : JsonSerializer.Serialize(input.Intent, PromptJson.Options),
        ReviewSection.Rules => input.Rules is null ? null : RuleLines(input.Rules),
        ReviewSection.Diff => input.Diff,
        ReviewSection.Files => input.Files,
        ReviewSection.Findings => input.Findings is null or { Count: 0 } ? null : JsonSerializer.Serialize(input.Findings, PromptJson.Options),
        ReviewSection.Report => input.Report is null ? null : JsonSerializer.Serialize(input.Report, PromptJson.Options),
        _ => throw new ArgumentOutOfRangeException(nameof(section)),
    };

    private static string RuleLines(string rules) => string.Join(
        '\n',
        rules.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(rule => rule.StartsWith("- ", StringComparison.Ordinal) ? rule : "- " + rule));
}
