namespace Workflows.Shared.Models;

/// <summary>The models of one task as they are configured; what is absent keeps its default.</summary>
public sealed class ModelTaskOptions
{
    /// <summary>The pool that does the task.</summary>
    public string? Pool { get; set; }

    /// <summary>The pools that do it when the first cannot, in order; an empty list for none.</summary>
    public string[]? Fallbacks { get; set; }

    /// <summary>A prompt of more tokens than this goes to <see cref="TokenThresholdPool"/>.</summary>
    public int? TokenThreshold { get; set; }

    /// <summary>The pool of prompts over the threshold.</summary>
    public string? TokenThresholdPool { get; set; }

    /// <summary>Most tokens of the answer, where the prompt allows more.</summary>
    public int? MaxOutputTokens { get; set; }

    /// <summary>Sampling temperature, 0 to 2; replaces what the prompt asks for.</summary>
    public double? Temperature { get; set; }

    /// <summary>How the server is told the answer's schema; the schema itself belongs to the prompt.</summary>
    public AnswerSchemaUse? AnswerSchema { get; set; }

    /// <summary>Who waits for the answer.</summary>
    public CallClass? Class { get; set; }

    /// <summary>How long one request may last, in seconds, where the workflow's own budget allows longer.</summary>
    public int? BudgetSeconds { get; set; }
}
