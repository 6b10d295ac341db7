namespace Workflows.Shared.Debate.Rollout;

/// <summary>The figures of an arm as operators see them.</summary>
public sealed record ArmView
{
    /// <summary>Debates that ended.</summary>
    public required int Count { get; init; }

    /// <summary>Those whose gate passed.</summary>
    public required int Passed { get; init; }

    /// <summary><see cref="Passed"/> over <see cref="Count"/>; null: none ended.</summary>
    public double? PassRate { get; init; }

    /// <summary>How long they took on average, in seconds; null: none ended.</summary>
    public double? MeanSeconds { get; init; }

    /// <summary>The view of an arm.</summary>
    /// <param name="arm">The arm.</param>
    public static ArmView Of(ArmFigures arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        return new ArmView
        {
            Count = arm.Count,
            Passed = arm.Passed,
            PassRate = arm.Count == 0 ? null : Math.Round((double)arm.Passed / arm.Count, 4),
            MeanSeconds = arm.Count == 0 ? null : Math.Round(arm.Seconds / arm.Count, 2),
        };
    }
}
