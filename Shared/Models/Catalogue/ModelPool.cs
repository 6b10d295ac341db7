using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Models;

/// <summary>One deployed model, all its settings resolved.</summary>
public sealed class ModelPool
{
    /// <summary>The pool's name, unique regardless of case.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the simulator serves it.</summary>
    public required bool IsSimulated { get; init; }

    /// <summary>The server's base address; null exactly when the simulator serves the pool.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The model's id at the server.</summary>
    public required string Model { get; init; }

    /// <summary>The key, or null. It is for the client alone.</summary>
    public string? ApiKey { get; init; }

    /// <summary>What is sent in place of a key, or null.</summary>
    public ModelCredential? Credential { get; init; }

    /// <summary>The longest prompt plus output, in tokens.</summary>
    public required int ContextTokens { get; init; }

    /// <summary>Most calls at once.</summary>
    public required int MaxConcurrent { get; init; }

    /// <summary>Most calls within any 60 seconds, or null.</summary>
    public int? CallsPerMinute { get; init; }

    /// <summary>Most tokens within any 60 seconds, or null.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>How long one call may last.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>What to tell Qwen3's chat template about thinking; null sends nothing.</summary>
    public bool? EnableThinking { get; init; }

    /// <summary>What 1,000 tokens of a prompt cost, or null.</summary>
    public decimal? PromptPrice { get; init; }

    /// <summary>What 1,000 tokens of an answer cost, or null.</summary>
    public decimal? CompletionPrice { get; init; }

    /// <summary>Whether the server's <c>/metrics</c> may be read; never for the simulator.</summary>
    public bool ReadsServerMetrics { get; init; }

    /// <summary>The key of the fleet that admits its calls.</summary>
    public string Fleet { get; init; } = ModelDefaults.Fleet;

    /// <summary>The resource that the model runs on, see <see cref="Models.ResourceClass"/>; null: none that is counted.</summary>
    public string? ResourceClass { get; init; }

    /// <summary>Which part of <see cref="MaxConcurrent"/> each class is sure of.</summary>
    public FleetShares Shares { get; init; } = FleetShares.Default;

    /// <summary>The price of a request; null when the pool has none.</summary>
    /// <param name="promptTokens">Tokens of the prompt.</param>
    /// <param name="completionTokens">Tokens of the answer.</param>
    public decimal? PriceOf(int promptTokens, int completionTokens) => PromptPrice is null && CompletionPrice is null
        ? null
        : ((promptTokens * (PromptPrice ?? 0)) + (completionTokens * (CompletionPrice ?? 0))) / 1_000;

    /// <summary>The name and nothing else.</summary>
    public override string ToString() => Name;
}
