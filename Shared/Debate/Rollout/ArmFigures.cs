namespace Workflows.Shared.Debate.Rollout;

/// <summary>What was seen of one arm.</summary>
public sealed class ArmFigures
{
    /// <summary>Debates that ended.</summary>
    public int Count { get; set; }

    /// <summary>Those whose gate passed.</summary>
    public int Passed { get; set; }

    /// <summary>The sum of their seconds.</summary>
    public double Seconds { get; set; }

    /// <summary>Takes one in.</summary>
    public void Add(bool passed, double seconds)
    {
        Count++;
        Passed += passed ? 1 : 0;
        Seconds += seconds;
    }
}
