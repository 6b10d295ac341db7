namespace Workflows.Bench.Runtime.Measures;

/// <summary>Bytes of a process's memory.</summary>
internal sealed record IdleMemory
{
    /// <summary>Resident before the first instance was started.</summary>
    public required double Before { get; init; }

    /// <summary>Resident while all wait, as it came.</summary>
    public required double Waiting { get; init; }

    /// <summary>The most that was resident until then.</summary>
    public required double Peak { get; init; }

    /// <summary>Resident after a full collection.</summary>
    public required double Collected { get; init; }

    /// <summary>Managed objects after it.</summary>
    public required double Managed { get; init; }
}
