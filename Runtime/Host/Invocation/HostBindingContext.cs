using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>What the trigger told.</summary>
internal sealed class HostBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
{
    public override IReadOnlyDictionary<string, object?> BindingData => data;
}
