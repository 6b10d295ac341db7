using Workflows.Shared.Debate;

namespace Workflows.Activities.Debate;

/// <summary>Puts a debate that has ended into the figures.</summary>
public sealed class NoteDebate(DebateMetrics metrics)
{
    /// <summary>Notes it. Run again after a crash, it counts twice.</summary>
    /// <param name="outcome">How the debate ended.</param>
    [Function(nameof(NoteDebate))]
    public void Run([ActivityTrigger] DebateOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        metrics.Ended(outcome);
    }
}
