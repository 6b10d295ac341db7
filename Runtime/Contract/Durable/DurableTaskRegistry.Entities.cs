using Workflows.Durable.Entities;

namespace Workflows.Durable;

public sealed partial class DurableTaskRegistry
{
    /// <summary>Adds an entity.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="factory">Makes it for every operation.</param>
    public DurableTaskRegistry AddEntity(TaskName name, Func<IServiceProvider, ITaskEntity> factory)
    {
        _entities.Add(name, TaskVersion.Unversioned, factory);
        return this;
    }

    /// <summary>Adds an entity class.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddEntity(TaskName name, Type type) => AddEntity(name, TaskTypes.Factory<ITaskEntity>(type));

    /// <summary>Adds an entity class under the name of its attribute, else of the class.</summary>
    /// <param name="type">The class.</param>
    public DurableTaskRegistry AddEntity(Type type) => AddEntity(TaskTypes.NameOf(type), type);

    /// <summary>Adds an entity class under the name of its attribute, else of the class.</summary>
    /// <typeparam name="TEntity">The class.</typeparam>
    public DurableTaskRegistry AddEntity<TEntity>()
        where TEntity : class, ITaskEntity
        => AddEntity(typeof(TEntity));

    /// <summary>Adds an entity class.</summary>
    /// <typeparam name="TEntity">The class.</typeparam>
    /// <param name="name">Its name.</param>
    public DurableTaskRegistry AddEntity<TEntity>(TaskName name)
        where TEntity : class, ITaskEntity
        => AddEntity(name, typeof(TEntity));

    /// <summary>Adds one object as entity for all operations; it must hold no state of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="entity">The object.</param>
    public DurableTaskRegistry AddEntity(TaskName name, ITaskEntity entity)
    {
        NotNull(entity);
        return AddEntity(name, _ => entity);
    }

    /// <summary>Adds one object as entity for all operations, under the name of its class.</summary>
    /// <param name="entity">The object.</param>
    public DurableTaskRegistry AddEntity(ITaskEntity entity) => AddEntity(TaskTypes.NameOf(NotNull(entity).GetType()), entity);
}
