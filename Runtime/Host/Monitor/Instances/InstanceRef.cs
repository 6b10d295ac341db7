using Workflows.Runtime.Engine.Journal;

namespace Workflows.Runtime.Host.Monitor.Instances;

/// <summary>Another instance.</summary>
internal sealed record InstanceRef(string Id, string? Name, string? Status)
{
    public static InstanceRef Of(InstanceRecord head) => new(head.Id, head.Name, head.Status.ToString());
}
