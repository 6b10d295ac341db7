using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>A binding as middleware sees it.</summary>
internal sealed class HostBindingMetadata(string name, string type, BindingDirection direction) : BindingMetadata
{
    public override string Name => name;

    public override string Type => type;

    public override BindingDirection Direction => direction;
}
