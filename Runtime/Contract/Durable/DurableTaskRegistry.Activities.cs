namespace Workflows.Durable;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an activity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="factory">Makes it for every run.</param>
    public DurableTaskRegistry AddActivity(TaskName name, Func<IServiceProvider, ITaskActivity> factory) => Add(name, TaskVersion.Unversioned, factory);

    /// <summary>Adds an activity of a version.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="factory">Makes it for every run.</param>
    public DurableTaskRegistry AddActivity(TaskName name, TaskVersion version, Func<ITaskActivity> factory)
    {
        NotNull(factory);
        return Add(name, version, (IServiceProvider _) => factory());
    }

    /// <summary>Adds an activity class with the version of its attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddActivity(TaskName name, Type type)
    {
        Func<IServiceProvider, ITaskActivity> factory = TaskTypes.Factory<ITaskActivity>(type);
        return Add(name, TaskTypes.VersionOf(type), factory);
    }

    /// <summary>Adds an activity class under the name and version of its attribute, else the name of the class.</summary>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddActivity(Type type) => AddActivity(TaskTypes.NameOf(type), type);

    /// <summary>Adds an activity class under the name and version of its attribute, else the name of the class.</summary>
    /// <typeparam name="TActivity">The class.</typeparam>
    public DurableTaskRegistry AddActivity<TActivity>()
        where TActivity : class, ITaskActivity
        => AddActivity(typeof(TActivity));

    /// <summary>Adds an activity class with the version of its attribute.</summary>
    /// <typeparam name="TActivity">The class.</typeparam>
    /// <param name="name">Its name.</param>
    public DurableTaskRegistry AddActivity<TActivity>(TaskName name)
        where TActivity : class, ITaskActivity
        => AddActivity(name, typeof(TActivity));

    /// <summary>Adds one object as activity for all runs; it must hold no state of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="activity">The object.</param>
    public DurableTaskRegistry AddActivity(TaskName name, ITaskActivity activity)
    {
        NotNull(activity);
        return Add(name, TaskTypes.VersionOf(activity.GetType()), (IServiceProvider _) => activity);
    }

    /// <summary>Adds one object as activity for all runs, under the name and version of its class.</summary>
    /// <param name="activity">The object.</param>
    public DurableTaskRegistry AddActivity(ITaskActivity activity) => AddActivity(TaskTypes.NameOf(NotNull(activity).GetType()), activity);

    private DurableTaskRegistry Add(TaskName name, TaskVersion version, Func<IServiceProvider, ITaskActivity> factory)
    {
        _activities.Add(name, version, factory);
        return this;
    }
}
