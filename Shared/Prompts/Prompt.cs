using Workflows.Shared.Models;

namespace Workflows.Shared.Prompts;

/// <summary>One question to a model, complete but for the model.</summary>
public sealed record Prompt
{
    /// <summary>The task it belongs to, for example <c>F2</c>; the catalogue places tasks on models by it.</summary>
    public required string Task { get; init; }

    /// <summary>The version of the prompt's wording; it changes whenever wording, schema or settings do.</summary>
    public required string Version { get; init; }

    /// <summary>The system message: what to do. Its first line is <c>Task {Task}: {title}</c>; it holds nothing from outside.</summary>
    public required string System { get; init; }

    /// <summary>The user message: the data, each part inside its fence (<see cref="PromptData"/>).</summary>
    public required string User { get; init; }

    /// <summary>What the answer must look like; null: plain text.</summary>
    public required AnswerSchema? Schema { get; init; }

    /// <summary>Most tokens the answer may have.</summary>
    public int MaxOutputTokens { get; init; }

    /// <summary>Sampling temperature.</summary>
    public double Temperature { get; init; }

    /// <summary>Share of the likeliest tokens that are sampled from; null: the server's default.</summary>
    public double? TopP { get; init; }
}
