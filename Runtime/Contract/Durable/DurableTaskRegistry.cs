using System.Diagnostics.CodeAnalysis;
using Workflows.Durable.Entities;

namespace Workflows.Durable;

/// <summary>
/// The orchestrators, activities and entities of an application. Names are compared without regard to case; a name (with its
/// version, where one is given) may be added once. Not safe for use from several threads while tasks are added.
/// </summary>
/// <remarks>
/// Every <c>Add…</c> throws <see cref="ArgumentNullException"/> for a null argument and <see cref="ArgumentException"/> for an
/// empty name, for a name added before and for a type that is not a concrete class of the kind, and answers the registry itself.
/// Classes are made anew for every run, from the service provider of that run.
/// </remarks>
public sealed partial class DurableTaskRegistry
{
    private readonly TaskTable<ITaskOrchestrator> _orchestrators = new(nameof(ITaskOrchestrator));
    private readonly TaskTable<ITaskActivity> _activities = new(nameof(ITaskActivity));
    private readonly TaskTable<ITaskEntity> _entities = new(nameof(ITaskEntity));

    /// <summary>Creates an empty registry.</summary>
    public DurableTaskRegistry()
    {
    }

    internal TaskTable<ITaskOrchestrator> OrchestratorTable => _orchestrators;

    internal TaskTable<ITaskActivity> ActivityTable => _activities;

    internal TaskTable<ITaskEntity> EntityTable => _entities;

    /// <summary>The orchestrators; a name with several versions comes several times.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() => _orchestrators.ByName;

    /// <summary>The activities; a name with several versions comes several times.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() => _activities.ByName;

    /// <summary>The entities.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskEntity>>> GetEntities() => _entities.ByName;

    /// <summary>How to make the orchestrator of a name and version: exactly that version, else the unversioned one of a name without versions.</summary>
    internal bool TryGetOrchestrator(TaskName name, TaskVersion version, [NotNullWhen(true)] out Func<IServiceProvider, ITaskOrchestrator>? factory)
        => _orchestrators.TryGet(name, version, out factory);

    /// <summary>How to make the activity of a name and version: exactly that version, else the unversioned one of a name without versions.</summary>
    internal bool TryGetActivity(TaskName name, TaskVersion version, [NotNullWhen(true)] out Func<IServiceProvider, ITaskActivity>? factory)
        => _activities.TryGet(name, version, out factory);

    /// <summary>How to make the entity of a name.</summary>
    internal bool TryGetEntity(TaskName name, [NotNullWhen(true)] out Func<IServiceProvider, ITaskEntity>? factory)
        => _entities.TryGet(name, TaskVersion.Unversioned, out factory);

    private static T NotNull<T>(T value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }
}
