using System.Text.Json;

namespace Workflows.Shared.Models;

/// <summary>What could be read from a model's answer: either a value or an error.</summary>
public sealed record AnswerReading
{
    /// <summary>The answer, valid by its schema; null when there is none.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Why there is no value, worded for the model that is asked to repair its answer, at most 1,000 characters; null when there is one.</summary>
    public string? Error { get; init; }
}
