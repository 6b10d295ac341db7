using System.Diagnostics;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>The trace that was current when the run began.</summary>
internal sealed class HostTraceContext : TraceContext
{
    private readonly Activity? _activity = Activity.Current;

    public override string TraceParent => _activity?.Id ?? string.Empty;

    public override string TraceState => _activity?.TraceStateString ?? string.Empty;
}
