using System.Diagnostics.CodeAnalysis;

namespace Workflows.Durable;

/// <summary>The registered tasks of one kind, in the order of their registration.</summary>
internal sealed class TaskTable<TTask>(string kind)
    where TTask : class
{
    private readonly Dictionary<TaskKey, Func<IServiceProvider, TTask>> _factories = [];
    private readonly HashSet<TaskName> _versioned = [];

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, TTask>>> ByName
        => _factories.Select(entry => KeyValuePair.Create(entry.Key.Name, entry.Value));

    public void Add(TaskName name, TaskVersion version, Func<IServiceProvider, TTask> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (string.IsNullOrEmpty(name.Name))
        {
            throw new ArgumentException($"The name of an {kind} must not be empty.", nameof(name));
        }

        if (!_factories.TryAdd(new TaskKey(name, version), factory))
        {
            string suffix = version == TaskVersion.Unversioned ? string.Empty : $" with version '{version}'";
            throw new ArgumentException($"An {kind} named '{name}'{suffix} is already added.", nameof(name));
        }

        if (version != TaskVersion.Unversioned)
        {
            _versioned.Add(name);
        }
    }

    /// <summary>The task of exactly that version, else the unversioned one of a name that has no versions at all.</summary>
    public bool TryGet(TaskName name, TaskVersion version, [NotNullWhen(true)] out Func<IServiceProvider, TTask>? factory)
        => _factories.TryGetValue(new TaskKey(name, version), out factory)
            || (!_versioned.Contains(name) && _factories.TryGetValue(new TaskKey(name, TaskVersion.Unversioned), out factory));

    /// <summary>What is registered now; later additions do not show in it.</summary>
    public TaskTable<TTask> Copy()
    {
        TaskTable<TTask> copy = new(kind);
        foreach ((TaskKey key, Func<IServiceProvider, TTask> factory) in _factories)
        {
            copy.Add(key.Name, key.Version, factory);
        }

        return copy;
    }
}
