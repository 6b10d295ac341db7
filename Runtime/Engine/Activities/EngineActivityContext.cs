using Workflows.Durable;

namespace Workflows.Runtime.Engine.Activities;

/// <summary>The context that activity code sees.</summary>
internal sealed class EngineActivityContext(TaskName name, string instanceId, string version, CancellationToken cancellationToken) : TaskActivityContext
{
    public override TaskName Name => name;

    public override string InstanceId => instanceId;

    public override string Version => version;

    /// <summary>Fires when the engine stops or the execution that waits for the activity has ended.</summary>
    public CancellationToken CancellationToken => cancellationToken;
}
