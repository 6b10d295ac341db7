namespace Workflows.Runtime.Host.Monitor;

/// <summary>Requests to one model.</summary>
public sealed record MonitorCost
{
    /// <summary>Where they were sent.</summary>
    public required string Pool { get; init; }

    /// <summary>The model's id, if it is known.</summary>
    public string? Model { get; init; }

    /// <summary>How many.</summary>
    public long Calls { get; init; } = 1;

    /// <summary>Tokens of their prompts.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Tokens of their answers.</summary>
    public long CompletionTokens { get; init; }

    /// <summary>Seconds from sending to the answer, summed up.</summary>
    public double Seconds { get; init; }

    /// <summary>What they cost in money; null where there is no price.</summary>
    public decimal? Price { get; init; }
}
