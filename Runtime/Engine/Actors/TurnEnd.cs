namespace Workflows.Runtime.Engine.Actors;

/// <summary>What an actor does after a turn.</summary>
internal enum TurnEnd
{
    /// <summary>It waits for a message.</summary>
    Rest,

    /// <summary>It has mail and runs again.</summary>
    Again,

    /// <summary>It is done and leaves memory.</summary>
    Retired,

    /// <summary>Its turn could not be written: it runs again after a while.</summary>
    Failed,
}
