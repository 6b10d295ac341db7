namespace Workflows.Runtime.Engine.Testing;

/// <summary>When a test host moves its <see cref="VirtualTime"/> by itself. It never does while work is in hand.</summary>
public enum AutoAdvance
{
    /// <summary>
    /// While the test waits for an instance with the host's client. Between such waits time stands still, so that
    /// a test may raise an event or look at an instance with no timer running away meanwhile. The default.
    /// </summary>
    WhileWaiting,

    /// <summary>Whenever nothing else can happen, whether or not anybody waits. An orchestration that sleeps in an endless loop then never rests.</summary>
    Always,

    /// <summary>Never: <see cref="DurableTestHost.AdvanceAsync"/> and <see cref="VirtualTime.Advance"/> move it.</summary>
    Never,
}
