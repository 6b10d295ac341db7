namespace Workflows.Runtime.Host.Lifetime;

/// <summary>How far the host is between its start and its end.</summary>
internal enum HostPhase
{
    /// <summary>Not all of it runs yet.</summary>
    Starting,

    /// <summary>It runs.</summary>
    Ready,

    /// <summary>It was asked to stop: what runs may end, nothing new begins.</summary>
    Stopping,
}
