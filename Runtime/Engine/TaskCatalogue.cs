using Workflows.Durable;
using Workflows.Durable.Entities;

namespace Workflows.Runtime.Engine;

/// <summary>The orchestrators, activities and entities by name, whatever the case.</summary>
internal sealed class TaskCatalogue
{
    private readonly Dictionary<string, Func<IServiceProvider, ITaskOrchestrator>> _orchestrators;
    private readonly Dictionary<string, Func<IServiceProvider, ITaskActivity>> _activities;
    private readonly Dictionary<string, Func<IServiceProvider, ITaskEntity>> _entities;

    public TaskCatalogue(DurableTaskRegistry registry)
    {
        _orchestrators = Index(registry.GetOrchestrators());
        _activities = Index(registry.GetActivities());
        _entities = Index(registry.GetEntities());
    }

    public ITaskOrchestrator? Orchestrator(string name, IServiceProvider services) => _orchestrators.GetValueOrDefault(name)?.Invoke(services);

    public ITaskActivity? Activity(string name, IServiceProvider services) => _activities.GetValueOrDefault(name)?.Invoke(services);

    public ITaskEntity? Entity(string name, IServiceProvider services) => _entities.GetValueOrDefault(name)?.Invoke(services);

    private static Dictionary<string, Func<IServiceProvider, T>> Index<T>(IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, T>>> entries)
    {
        Dictionary<string, Func<IServiceProvider, T>> index = new(StringComparer.OrdinalIgnoreCase);
        foreach ((TaskName name, Func<IServiceProvider, T> factory) in entries)
        {
            index.TryAdd(name.Name, factory);
        }

        return index;
    }
}
