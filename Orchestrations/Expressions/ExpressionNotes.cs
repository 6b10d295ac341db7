using Workflows.Activities.Expressions;
using Workflows.Shared.Expressions;

namespace Workflows.Orchestrations.Expressions;

/// <summary>What analyses tell the figures.</summary>
internal static class ExpressionNotes
{
    /// <summary>Notes something. Figures that cannot be taken take nobody's result away.</summary>
    public static async Task NoteAsync(this TaskOrchestrationContext context, ExpressionNote note)
    {
        try
        {
            await context.CallActivityAsync(nameof(NoteExpressions), note);
        }
        catch (TaskFailedException)
        {
        }
    }
}
