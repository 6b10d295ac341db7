using Workflows.Shared.Expressions;

namespace Workflows.Activities.Expressions;

/// <summary>Puts what has ended of an analysis into the figures.</summary>
public sealed class NoteExpressions(ExpressionMetrics metrics)
{
    /// <summary>Notes it. Run again after a crash, it counts twice.</summary>
    /// <param name="note">What has ended.</param>
    [Function(nameof(NoteExpressions))]
    public void Run([ActivityTrigger] ExpressionNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        metrics.Note(note);
    }
}
