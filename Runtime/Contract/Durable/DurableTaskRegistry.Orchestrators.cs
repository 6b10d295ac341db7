namespace Workflows.Durable;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an orchestrator.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="factory">Makes it for every run.</param>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory) => AddOrchestrator(name, TaskVersion.Unversioned, factory);

    /// <summary>Adds an orchestrator of a version.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="factory">Makes it for every run.</param>
    public DurableTaskRegistry AddOrchestrator(TaskName name, TaskVersion version, Func<ITaskOrchestrator> factory)
    {
        NotNull(factory);
        return Add(name, version, (IServiceProvider _) => factory());
    }

    /// <summary>Adds an orchestrator class with the version of its attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Type type)
    {
        Func<IServiceProvider, ITaskOrchestrator> factory = TaskTypes.Factory<ITaskOrchestrator>(type);
        return Add(name, TaskTypes.VersionOf(type), factory);
    }

    /// <summary>Adds an orchestrator class under the name and version of its attribute, else the name of the class.</summary>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddOrchestrator(Type type) => AddOrchestrator(TaskTypes.NameOf(type), type);

    /// <summary>Adds an orchestrator class under the name and version of its attribute, else the name of the class.</summary>
    /// <typeparam name="TOrchestrator">The class.</typeparam>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>()
        where TOrchestrator : class, ITaskOrchestrator
        => AddOrchestrator(typeof(TOrchestrator));

    /// <summary>Adds an orchestrator class with the version of its attribute.</summary>
    /// <typeparam name="TOrchestrator">The class.</typeparam>
    /// <param name="name">Its name.</param>
    public DurableTaskRegistry AddOrchestrator<TOrchestrator>(TaskName name)
        where TOrchestrator : class, ITaskOrchestrator
        => AddOrchestrator(name, typeof(TOrchestrator));

    /// <summary>Adds one object as orchestrator for all runs; it must hold no state of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="orchestrator">The object.</param>
    public DurableTaskRegistry AddOrchestrator(TaskName name, ITaskOrchestrator orchestrator)
    {
        NotNull(orchestrator);
        return Add(name, TaskTypes.VersionOf(orchestrator.GetType()), (IServiceProvider _) => orchestrator);
    }

    /// <summary>Adds one object as orchestrator for all runs, under the name and version of its class.</summary>
    /// <param name="orchestrator">The object.</param>
    public DurableTaskRegistry AddOrchestrator(ITaskOrchestrator orchestrator) => AddOrchestrator(TaskTypes.NameOf(NotNull(orchestrator).GetType()), orchestrator);

    private DurableTaskRegistry Add(TaskName name, TaskVersion version, Func<IServiceProvider, ITaskOrchestrator> factory)
    {
        _orchestrators.Add(name, version, factory);
        return this;
    }
}
