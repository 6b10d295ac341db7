namespace Workflows.Shared.Debate.Rollout;

/// <summary>The state of the rollout's entity.</summary>
public sealed class RolloutState
{
    /// <summary>How it stands; null: it has not begun.</summary>
    public RolloutStatus? Status { get; set; }

    /// <summary>How often it has begun: outcomes of debates that were chosen in an earlier round say nothing.</summary>
    public int Round { get; set; }

    /// <summary>The shares of this round, stage by stage, in percent: what is configured meanwhile counts from the next.</summary>
    public IReadOnlyList<int> Shares { get; set; } = [];

    /// <summary>The stage, from 0.</summary>
    public int Stage { get; set; }

    /// <summary>When the stage's watch began.</summary>
    public DateTimeOffset StageBegan { get; set; }

    /// <summary>Whether the stage was watched for its time, and only debates are missing.</summary>
    public bool TimeIsUp { get; set; }

    /// <summary>The number of the stage's timer: one of another number is late and does nothing.</summary>
    public int Generation { get; set; }

    /// <summary>The stage's debates in parallel.</summary>
    public ArmFigures Parallel { get; set; } = new();

    /// <summary>The stage's debates in sequence; where all run in parallel, those of the stage before, which stay the baseline.</summary>
    public ArmFigures Sequential { get; set; } = new();

    /// <summary>How long the latest of the debates in sequence took, in seconds.</summary>
    public Queue<double> SequentialSeconds { get; set; } = new();

    /// <summary>The evidence that parallel is worse, while both arms run.</summary>
    public PairedEvidence Evidence { get; set; } = new();

    /// <summary>The evidence that parallel is worse, where all run in parallel; null: both arms run, or too few ran in sequence to compare with.</summary>
    public BaselineEvidence? Baseline { get; set; }

    /// <summary>The latest outcome of the parallel arm, while it has no partner.</summary>
    public Queue<ArmOutcome> ParallelUnpaired { get; set; } = new();

    /// <summary>The latest outcome of the sequential arm, while it has no partner.</summary>
    public Queue<ArmOutcome> SequentialUnpaired { get; set; } = new();

    /// <summary>What happened, the latest last; the latest 200.</summary>
    public List<RolloutEvent> History { get; init; } = [];
}
