using System.Collections.Immutable;

namespace Workflows.FunctionsWorker;

/// <summary>The distributed trace that a run belongs to, as W3C Trace Context writes it.</summary>
public abstract class TraceContext
{
    /// <summary>For derived classes.</summary>
    protected TraceContext()
    {
    }

    /// <summary>The header <c>traceparent</c>.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The header <c>tracestate</c>.</summary>
    public abstract string TraceState { get; }

    /// <summary>Further facts; empty by default.</summary>
    public virtual IReadOnlyDictionary<string, string> Attributes => ImmutableDictionary<string, string>.Empty;

    /// <summary>The trace's baggage; empty by default.</summary>
    public virtual IReadOnlyDictionary<string, string> Baggage => ImmutableDictionary<string, string>.Empty;
}
