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

    /// <summary>The name and nothing else.</summary>
    public override string ToString() => Name;
}
