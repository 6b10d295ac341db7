using Workflows.Durable;
using Workflows.Runtime.Engine.Activities;

namespace Workflows.Runtime.Host.Lifetime;

/// <summary>An activity that is not begun once the host stops.</summary>
/// <param name="activity">The activity.</param>
/// <param name="gate">Knows whether the host stops.</param>
internal sealed class GatedActivity(ITaskActivity activity, ActivityGate gate) : ITaskActivity
{
    public Type InputType => activity.InputType;

    public Type OutputType => activity.OutputType;

    public Task<object?> RunAsync(TaskActivityContext context, object? input) =>
        gate.RunAsync(() => activity.RunAsync(context, input), context is EngineActivityContext engine ? engine.CancellationToken : CancellationToken.None);
}
