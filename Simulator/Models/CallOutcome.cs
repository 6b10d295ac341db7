namespace Workflows.Simulator.Models;

/// <summary>How an accepted call ended.</summary>
internal enum CallOutcome
{
    /// <summary>Answered in full.</summary>
    Completed,

    /// <summary>Ended in a fault.</summary>
    Failed,

    /// <summary>The client went away.</summary>
    Cancelled,
}
