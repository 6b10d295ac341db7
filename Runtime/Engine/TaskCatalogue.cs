using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine;

/// <summary>
/// The orchestrators, activities and entities by name, whatever the case. Orchestrators and activities are looked up with a version: exactly that
/// one, else the unversioned one of a name that has no versions. What asks for no version never gets a versioned one.
/// </summary>
internal sealed class TaskCatalogue(DurableTaskRegistry registry)
{
    private readonly TaskTable<ITaskOrchestrator> _orchestrators = registry.OrchestratorTable.Copy();
    private readonly TaskTable<ITaskActivity> _activities = registry.ActivityTable.Copy();
    private readonly TaskTable<ITaskEntity> _entities = registry.EntityTable.Copy();

    public ITaskOrchestrator? Orchestrator(string name, string? version, IServiceProvider services) => Make(_orchestrators, name, version, services);

    public ITaskActivity? Activity(string name, string? version, IServiceProvider services) => Make(_activities, name, version, services);

    public ITaskEntity? Entity(string name, IServiceProvider services) => Make(_entities, name, null, services);

    private static T? Make<T>(TaskTable<T> table, string name, string? version, IServiceProvider services)
        where T : class
        => table.TryGet(new TaskName(name), new TaskVersion(version!), out Func<IServiceProvider, T>? factory) ? factory(services) : null;
}
