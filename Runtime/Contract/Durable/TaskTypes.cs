using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Durable;

internal static class TaskTypes
{
    public static TaskName NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        DurableTaskAttribute? attribute = type.GetCustomAttribute<DurableTaskAttribute>();
        return attribute is { Name.Name: { Length: > 0 } name } ? new TaskName(name) : new TaskName(type.Name);
    }

    public static TaskVersion VersionOf(Type type) => new(type.GetCustomAttribute<DurableTaskAttribute>()?.Version ?? string.Empty);

    /// <summary>Makes an instance per call: from the services when registered there, else by its constructor.</summary>
    public static Func<IServiceProvider, TTask> Factory<TTask>(Type type)
        where TTask : class
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || type.IsInterface || type.ContainsGenericParameters || !typeof(TTask).IsAssignableFrom(type))
        {
            throw new ArgumentException($"{type} is not a concrete class that implements {typeof(TTask)}.", nameof(type));
        }

        return services => (TTask)ActivatorUtilities.GetServiceOrCreateInstance(services, type);
    }
}
