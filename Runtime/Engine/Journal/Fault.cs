namespace Workflows.Runtime.Engine.Journal;

/// <summary>What happens at a <see cref="FaultSite"/>.</summary>
internal enum Fault
{
    None,

    /// <summary>The transaction cannot be written; the engine goes on.</summary>
    Fails,

    /// <summary>The process is as if killed there: nothing more is written.</summary>
    Dies,
}
