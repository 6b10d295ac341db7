namespace Workflows.Shared.Models.Fleet;

/// <summary>The question how long a call would wait for admission.</summary>
public sealed record FleetForecastAsk
{
    /// <summary>The task's id in the catalogue.</summary>
    public required string Task { get; init; }

    /// <summary>The estimate of the prompt's tokens, which may decide where it goes.</summary>
    public int PromptTokens { get; init; }

    /// <summary>How long a call of the task takes, in seconds, where the pool has not answered any yet.</summary>
    public required double UsualSeconds { get; init; }
}
