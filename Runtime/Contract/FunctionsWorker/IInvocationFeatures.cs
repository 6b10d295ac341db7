namespace Workflows.FunctionsWorker;

/// <summary>What the host offers one run, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Sets a feature.</summary>
    /// <typeparam name="T">The type to find it by.</typeparam>
    /// <param name="instance">The feature.</param>
    void Set<T>(T instance);

    /// <summary>Finds a feature.</summary>
    /// <typeparam name="T">The type to find it by.</typeparam>
    /// <returns>The feature; the type's default value when there is none.</returns>
    T? Get<T>();
}
