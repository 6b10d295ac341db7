using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>A call that the orchestrator made and whose outcome has not come in.</summary>
internal sealed record OpenTask(string Kind, string Name, TaskCompletionSource<string?> Outcome)
{
    /// <summary>The number under which its outcome comes.</summary>
    public required int Number { get; set; }

    /// <summary>When it was made, by the orchestration's clock.</summary>
    public DateTime Since { get; init; }

    /// <summary>For sub-orchestrations, calls to entities and locks: whom.</summary>
    public string? Target { get; set; }

    /// <summary>For timers: when it fires.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>For timers between the attempts of a call: what is tried again.</summary>
    public string? RetryOf { get; init; }

    /// <summary>For calls to entities: whom and what.</summary>
    public EntityInstanceId? Entity { get; init; }
}
