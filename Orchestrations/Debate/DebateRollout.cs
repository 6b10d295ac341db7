using Microsoft.Extensions.Options;
using Workflows.Activities.Debate;
using Workflows.Shared.Debate;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Orchestrations.Debate;

/// <summary>The entity that decides which debates run in parallel, by <see cref="RolloutRules"/>. It begins with the first debate that asks; its state can be read as it is.</summary>
/// <param name="options">The settings.</param>
/// <param name="time">The clock.</param>
/// <param name="monitor">Is told how the rollout stands.</param>
public sealed class DebateRollout(IOptions<DebateOptions> options, TimeProvider time, RolloutMonitor monitor) : TaskEntity<RolloutState>
{
    /// <summary>The entity.</summary>
    public static EntityInstanceId Id { get; } = new(DebateNames.Rollout, "all");

    /// <summary>The function.</summary>
    /// <param name="dispatcher">Runs the operation.</param>
    [Function(DebateNames.Rollout)]
    public static Task Run([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<DebateRollout>();

    /// <summary>Says how a debate is to run.</summary>
    /// <param name="ask">The debate.</param>
    public RolloutChoice Choose(RolloutAsk ask) => Apply(rules =>
    {
        if (State.Status is null)
        {
            rules.Begin("The first debate came.");
        }

        return rules.Choose(ask);
    });

    /// <summary>Takes in how a debate ended whose choice had a round.</summary>
    /// <param name="outcome">Its outcome.</param>
    /// <returns>Why all is rolled back from now on; null: it is not, or was before.</returns>
    public string? Observe(RolloutOutcome outcome) => Apply(rules => rules.Observe(outcome) ? State.History[^1].Reason : null);

    /// <summary>Takes in that a stage's time is up; the entity's own signal.</summary>
    /// <param name="generation">The timer's number.</param>
    public void StageEnd(int generation) => Apply(rules =>
    {
        rules.StageEnd(generation);
        return generation;
    });

    /// <summary>Stops the clock; the share stays.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>Why it was refused; null: it was done.</returns>
    public string? Pause(string reason) => Apply(rules => rules.Pause(reason));

    /// <summary>Goes on after a pause, or from the first stage after a rollback.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? Resume(string reason) => Apply(rules => rules.Resume(reason));

    /// <summary>Ends the stage now.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? Advance(string reason) => Apply(rules => rules.Advance(reason));

    /// <summary>Has all run in sequence until it is resumed.</summary>
    /// <inheritdoc cref="Pause"/>
    public string? RollBack(string reason) => Apply(rules => rules.RollBack(reason));

    /// <summary>How it stands, as operators see it.</summary>
    public RolloutView Look() => RolloutView.Of(State, options.Value.Rollout);

    private T Apply<T>(Func<RolloutRules, T> operation)
    {
        (int generation, RolloutStatus? before) = (State.Generation, State.Status);
        RolloutRules rules = new(State, options.Value.Rollout, time.GetUtcNow());
        T result = operation(rules);
        if (State.Status == RolloutStatus.Watching && State.Generation != generation)
        {
            DateTimeOffset end = State.StageBegan + TimeSpan.FromHours(options.Value.Rollout.WatchHours);
            Context.SignalEntity(Context.Id, nameof(StageEnd), State.Generation, new SignalEntityOptions { SignalTime = end });
        }

        if (State.Status == RolloutStatus.RolledBack && before != RolloutStatus.RolledBack)
        {
            monitor.RolledBack(State.History[^1]);
        }

        monitor.Stands(State, rules.Share);

        return result;
    }
}
