using Workflows.Durable;
using Workflows.Runtime.Host.Discovery;
using Workflows.Runtime.Host.Invocation;
using Workflows.Runtime.Host.Lifetime;

namespace Workflows.Runtime.Host.Tasks;

/// <summary>What all runs of functions share.</summary>
/// <param name="Runner">Runs them.</param>
/// <param name="Ids">Names their runs.</param>
/// <param name="Time">The engine's clock.</param>
/// <param name="Stopping">Fires when the host stops and its time to do so in order is over.</param>
internal sealed record FunctionHosting(FunctionRunner Runner, InvocationIds Ids, TimeProvider Time, CancellationToken Stopping)
{
    /// <summary>Lets activities run until the host stops.</summary>
    public ActivityGate Activities { get; } = new();

    /// <summary>Orchestrators, activities and entities, for the engine; the activity that sends the requests of orchestrators is the host's own.</summary>
    public DurableTaskRegistry Registry(IEnumerable<HostFunction> functions)
    {
        DurableTaskRegistry registry = new();
        GatedActivity calls = new(new HttpCallActivity(HttpCallActivity.NewClient(), Time), Activities);
        registry.AddActivity(TaskOrchestrationContextExtensionMethods.ActivityName, _ => calls);
        foreach (HostFunction function in functions)
        {
            switch (function.Kind)
            {
                case FunctionKind.Orchestration:
                    registry.OrchestratorTable.Add(function.TaskName, TaskVersion.Unversioned, services => new FunctionOrchestrator(function, this, services));
                    break;
                case FunctionKind.Activity:
                    registry.AddActivity(function.TaskName, services => new GatedActivity(new FunctionActivity(function, this, services), Activities));
                    break;
                case FunctionKind.Entity:
                    registry.AddEntity(function.TaskName, services => new FunctionEntity(function, this, services));
                    break;
            }
        }

        return registry;
    }
}
