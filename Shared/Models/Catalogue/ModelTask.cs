namespace Workflows.Shared.Models;

/// <summary>Which models may do a task, and how.</summary>
public sealed record ModelTask
{
    /// <summary>The task's id, for example <c>F3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the pool that does it.</summary>
    public required string Pool { get; init; }

    /// <summary>The names of the pools that do it when the first cannot, in order.</summary>
    public IReadOnlyList<string> Fallbacks { get; init; } = [];

    /// <summary>A prompt of more tokens than this goes to <see cref="TokenThresholdPool"/>; null for no such rule.</summary>
    public int? TokenThreshold { get; init; }

    /// <summary>The pool of prompts over the threshold; null exactly when there is none.</summary>
    public string? TokenThresholdPool { get; init; }

    /// <summary>Most tokens of the answer, where the prompt allows more; null leaves it to the prompt.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Sampling temperature; null leaves it to the prompt.</summary>
    public double? Temperature { get; init; }

    /// <summary>How the server is told the answer's schema.</summary>
    public AnswerSchemaUse AnswerSchema { get; init; }

    /// <summary>The key of the fleet in which all its pools lie.</summary>
    public string Fleet { get; init; } = ModelDefaults.Fleet;

    /// <summary>Who waits for the answer.</summary>
    public CallClass Class { get; init; } = CallClass.Interactive;

    /// <summary>How long one request may last, where the workflow allows longer; null leaves it to the workflow.</summary>
    public TimeSpan? Budget { get; init; }
}
