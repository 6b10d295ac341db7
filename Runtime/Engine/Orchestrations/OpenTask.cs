using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Orchestrations;

/// <summary>A call that the orchestrator made and whose outcome has not come in.</summary>
internal sealed record OpenTask(string Kind, string Name, TaskCompletionSource<string?> Outcome)
{
    /// <summary>The number under which its outcome comes.</summary>
    public required int Number { get; set; }

    /// <summary>For calls to entities: whom and what.</summary>
    public EntityInstanceId? Entity { get; init; }
}
