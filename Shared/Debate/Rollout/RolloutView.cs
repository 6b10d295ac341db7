namespace Workflows.Shared.Debate.Rollout;

/// <summary>The rollout as operators see it.</summary>
public sealed record RolloutView
{
    /// <summary><c>not_begun</c>, <c>watching</c>, <c>paused</c>, <c>rolled_back</c>, <c>done</c>; <c>disabled</c>: <see cref="RolloutOptions.Enabled"/> is false.</summary>
    public required string Status { get; init; }

    /// <summary>The share of the eligible debates that runs in parallel now, in percent.</summary>
    public required int Share { get; init; }

    /// <summary>The shares of this round, or before the first the configured ones, stage by stage, in percent.</summary>
    public required IReadOnlyList<int> Stages { get; init; }

    /// <summary>The stage, from 1; after a rollback, the one that was left; 0: it has not begun.</summary>
    public required int Stage { get; init; }

    /// <summary>Only debates below this complexity are eligible.</summary>
    public required int ComplexityBelow { get; init; }

    /// <summary>Since when it has been so; null: it has not begun.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The earliest time at which the stage ends by itself; null: it does not.</summary>
    public DateTimeOffset? CanEndAt { get; init; }

    /// <summary>The stage's debates in parallel.</summary>
    public required ArmView Parallel { get; init; }

    /// <summary>The stage's debates in sequence; where all run in parallel, those of the stage before, which stay the baseline.</summary>
    public required ArmView Sequential { get; init; }

    /// <summary>Whether parallel is rolled back by itself as soon as it is shown to be worse.</summary>
    public required bool Compared { get; init; }

    /// <summary>What is missing before the next thing happens, a sentence each.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>What happened, the latest last; the latest 200.</summary>
    public required IReadOnlyList<RolloutEvent> History { get; init; }

    /// <summary>The view of a state.</summary>
    /// <param name="state">The entity's state; null: it has none yet.</param>
    /// <param name="options">The settings.</param>
    public static RolloutView Of(RolloutState? state, RolloutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        state ??= new RolloutState();
        RolloutRules rules = new(state, options, default);
        RolloutStatus? status = options.Enabled ? state.Status : null;
        return new RolloutView
        {
            Status = options.Enabled ? Word(status) : "disabled",
            Share = options.Enabled ? rules.Share : 100,
            Stages = rules.Shares,
            Stage = state.Status is null ? 0 : state.Stage + 1,
            ComplexityBelow = options.ComplexityBelow,
            Since = status switch { null => null, RolloutStatus.Watching => state.StageBegan, _ => state.History is [.., { } last] ? last.At : null },
            CanEndAt = status == RolloutStatus.Watching ? End(state, options) : null,
            Parallel = ArmView.Of(state.Parallel),
            Sequential = ArmView.Of(state.Sequential),
            Compared = status is not (null or RolloutStatus.RolledBack) && IsCompared(state, options),
            Missing = [.. MissingOf(status, state, options)],
            History = [.. state.History],
        };
    }

    /// <summary>The word for a status.</summary>
    /// <param name="status">The status; null: it has not begun.</param>
    public static string Word(RolloutStatus? status) => status switch
    {
        null => "not_begun",
        RolloutStatus.Watching => "watching",
        RolloutStatus.Paused => "paused",
        RolloutStatus.RolledBack => "rolled_back",
        _ => "done",
    };

    private static DateTimeOffset End(RolloutState state, RolloutOptions options) => state.StageBegan + TimeSpan.FromHours(options.WatchHours);

    private static bool IsCompared(RolloutState state, RolloutOptions options) =>
        Math.Min(state.Parallel.Count, state.Sequential.Count) >= options.MinCount && (state.Baseline is not null || new RolloutRules(state, options, default).Share < 100);

    private static IEnumerable<string> MissingOf(RolloutStatus? status, RolloutState state, RolloutOptions options)
    {
        switch (status)
        {
            case null when !options.Enabled:
                yield return "Debates:Rollout:Enabled is false: every eligible debate runs in parallel, and nobody watches.";
                break;
            case null:
                yield return FormattableString.Invariant($"It begins with the first debate in mode auto of a complexity below {options.ComplexityBelow}.");
                break;
            case RolloutStatus.Paused:
                yield return "An operator must resume it; the stage is then watched for its whole time.";
                break;
            case RolloutStatus.RolledBack:
                yield return "An operator must resume it; it then begins again with the first stage.";
                break;
            case RolloutStatus.Watching:
                if (!state.TimeIsUp)
                {
                    yield return FormattableString.Invariant($"The stage is watched until {End(state, options).UtcDateTime:yyyy-MM-dd HH:mm:ss}Z.");
                }

                if (state.Parallel.Count < options.MinCount)
                {
                    yield return FormattableString.Invariant($"The stage waits for debates in parallel: {state.Parallel.Count} of {options.MinCount} have ended.");
                }

                if (state.Sequential.Count < options.MinCount && new RolloutRules(state, options, default).Share < 100)
                {
                    yield return FormattableString.Invariant($"The stage waits for debates in sequence: {state.Sequential.Count} of {options.MinCount} have ended.");
                }

                break;
        }
    }
}
