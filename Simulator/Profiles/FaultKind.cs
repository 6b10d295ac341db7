namespace Workflows.Simulator.Profiles;

/// <summary>A way in which a simulated model misbehaves on demand. Where several strike one call, the first in this order acts; <see cref="Chinese"/> joins any that still answers.</summary>
public enum FaultKind
{
    /// <summary>429 although limits are kept; the call is not accepted.</summary>
    Http429,

    /// <summary>503; the call is not accepted.</summary>
    Http503,

    /// <summary>400 for a request that carries a <c>response_format</c>, as servers without structured output answer.</summary>
    RejectSchema,

    /// <summary>500 after the call's latency.</summary>
    Http500,

    /// <summary>No answer until the client goes away.</summary>
    Hang,

    /// <summary>The connection breaks in the middle of the body.</summary>
    Cut,

    /// <summary>An empty content.</summary>
    EmptyContent,

    /// <summary>The content ends in the middle.</summary>
    BrokenJson,

    /// <summary>The content is null and the answer stands in <c>reasoning_content</c>.</summary>
    JsonInReasoning,

    /// <summary>The answer stands in a fenced block with chatter around it.</summary>
    FencedJson,

    /// <summary>The free texts of the answer are Chinese.</summary>
    Chinese,
}
