namespace Workflows.Planner.Yardsticks;

/// <summary>One call that has to be made.</summary>
public sealed record WorkCall
{
    /// <summary>The task.</summary>
    public required string Task { get; init; }

    /// <summary>The piece of work: calls of one piece wait for one another as <see cref="Stage"/> says.</summary>
    public required string Work { get; init; }

    /// <summary>Calls of a stage begin when those of the stages before have ended.</summary>
    public required int Stage { get; init; }

    /// <summary>Seconds at the primary.</summary>
    public required double Primary { get; init; }

    /// <summary>Seconds at the secondary.</summary>
    public required double Secondary { get; init; }

    /// <summary>Whether the primary may serve it.</summary>
    public required bool OnPrimary { get; init; }

    /// <summary>Whether the secondary may serve it.</summary>
    public required bool OnSecondary { get; init; }

    /// <summary>The least it takes.</summary>
    public double Least => OnPrimary && OnSecondary ? Math.Min(Primary, Secondary) : OnPrimary ? Primary : Secondary;
}
