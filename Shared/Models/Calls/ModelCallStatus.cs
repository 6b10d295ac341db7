namespace Workflows.Shared.Models;

/// <summary>How a call ended. The numbers are stored: they do not change.</summary>
public enum ModelCallStatus
{
    /// <summary>With a valid answer.</summary>
    Answered = 0,

    /// <summary>Its deadline passed or its budget was used up.</summary>
    TimedOut = 1,

    /// <summary>It was abandoned.</summary>
    Cancelled = 2,

    /// <summary>It can never succeed as it was asked.</summary>
    Refused = 3,

    /// <summary>Every try failed.</summary>
    Failed = 4,
}
