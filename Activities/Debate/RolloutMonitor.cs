using Microsoft.Extensions.Logging;
using Workflows.Shared.Debate.Rollout;

namespace Workflows.Activities.Debate;

/// <summary>Says outside how the rollout stands: in the figures, and of a rollback also in the log and to Slack. An operation of the entity that runs again after a crash says it again. Safe for many threads.</summary>
/// <param name="metrics">The figures.</param>
/// <param name="alert">Tells Slack.</param>
/// <param name="logger">The log.</param>
public sealed partial class RolloutMonitor(DebateMetrics metrics, RolloutAlert alert, ILogger<RolloutMonitor> logger)
{
    private readonly Lock _gate = new();
    private (RolloutStatus? Status, int Share, int Stage)? _said;

    /// <summary>Takes in how the rollout stands after an operation.</summary>
    /// <param name="state">The entity's state.</param>
    /// <param name="share">Percent of the eligible debates that run in parallel.</param>
    public void Stands(RolloutState state, int share)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            Say(state, share);
        }
    }

    /// <summary>Takes in how a host found the rollout when it started. What an operation has said since counts for more.</summary>
    /// <inheritdoc cref="Stands"/>
    public void Found(RolloutState state, int share)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            if (_said is null)
            {
                Say(state, share);
            }
        }
    }

    /// <summary>Takes a rollback in.</summary>
    /// <param name="rollback">The rollback.</param>
    public void RolledBack(RolloutEvent rollback)
    {
        ArgumentNullException.ThrowIfNull(rollback);
        string cause = rollback.Cause ?? "operator";
        metrics.RolledBack(cause);
        LogRollback(cause, rollback.Reason);
        alert.RolledBack(cause, rollback.Reason);
    }

    private void Say(RolloutState state, int share)
    {
        (RolloutStatus? Status, int Share, int Stage) now = (state.Status, share, state.Status is null ? 0 : state.Stage + 1);
        if (_said != now)
        {
            _said = now;
            metrics.RolloutStands(now.Status, now.Share, now.Stage);
        }
    }

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "Debates were rolled back to run in sequence ({Cause}). {Reason}")]
    private partial void LogRollback(string cause, string reason);
}
