using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine.Simulation;

/// <summary>The entity of generated orchestrations: a number.</summary>
public sealed class SimCounter : TaskEntity<int>
{
    public int Add(int amount) => State += amount;

    public int Get() => State;

    public void Spawn(int amount) => Context.ScheduleNewOrchestration(new TaskName("spawned"), amount);
}
