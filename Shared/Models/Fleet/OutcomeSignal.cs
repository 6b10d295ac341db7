namespace Workflows.Shared.Models.Fleet;

/// <summary>What an outcome says about its pool.</summary>
internal enum OutcomeSignal
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The server served it, whatever the answer is worth.</summary>
    Served,

    /// <summary>The server has too much to do: 429 or 503.</summary>
    Refused,

    /// <summary>No answer in the time that the pool allows.</summary>
    TooSlow,

    /// <summary>The server cannot be reached or is broken.</summary>
    Broken,

    /// <summary>The lease outlived the process that was to use it.</summary>
    Restarted,
}
