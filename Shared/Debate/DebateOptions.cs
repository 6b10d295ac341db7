using Workflows.Shared.Debate.Gate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Shared.Debate;

/// <summary>The section <c>Debates</c>.</summary>
public sealed class DebateOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Debates";

    /// <summary>The most tokens of evidence that a persona is shown, where the models' contexts leave as much.</summary>
    public int EvidenceTokens { get; set; } = 16_000;

    /// <summary>The catalogue's task whose embeddings help to rank the evidence, for example <c>embedding</c>; null: it is ranked by its words alone.</summary>
    public string? EmbeddingTask { get; set; }

    /// <summary>How long the requests of one persona may take together, in seconds; waiting for a model does not count.</summary>
    public double PersonaSeconds { get; set; } = 120;

    /// <summary>How long a debate may take in all, in minutes, waiting included; what is not answered by then has failed.</summary>
    public double DebateMinutes { get; set; } = 60;

    /// <summary>What the gate asks for.</summary>
    public GateOptions Gate { get; set; } = new();

    /// <summary>A Slack webhook that is told when the parallel mode is rolled back; null: nobody is.</summary>
    public string? SlackWebhook { get; set; }

    /// <summary>How the parallel mode is rolled out.</summary>
    public RolloutOptions Rollout { get; set; } = new();
}
