using System.Reflection;
using Workflows.FunctionsWorker;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>
/// The assemblies that may hold functions: the entry assembly and those it depends on, as far as they use the contract. The
/// dependencies are read from the application's .deps.json, because the compiler drops references of which only names are used.
/// </summary>
internal static class FunctionAssemblies
{
    private static readonly string Contract = typeof(FunctionAttribute).Assembly.GetName().Name!;

    public static IReadOnlyList<Assembly> Of(EmbeddedHostOptions options)
    {
        if (options.Assemblies.Count > 0)
        {
            return [.. options.Assemblies.Distinct()];
        }

        if (Assembly.GetEntryAssembly() is not { } entry)
        {
            return [];
        }

        IEnumerable<Assembly> found = DependencyFile.Find(entry) is { } path
            ? DependencyFile.DependentsOf(path, Contract).Select(Load).OfType<Assembly>().Prepend(entry)
            : References(entry);
        return [.. found.Distinct().Where(UsesContract)];
    }

    private static bool UsesContract(Assembly assembly) =>
        !IsRuntime(assembly.GetName()) && assembly.GetReferencedAssemblies().Any(name => name.Name == Contract);

    private static bool IsRuntime(AssemblyName name) =>
        name.Name == Contract || name.Name == typeof(FunctionAssemblies).Assembly.GetName().Name || name.Name == typeof(Engine.DurableEngine).Assembly.GetName().Name;

    private static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (FileNotFoundException)
        {
            // A dependency of the build alone: it is listed but not there.
            return null;
        }
    }

    private static IEnumerable<Assembly> References(Assembly entry)
    {
        HashSet<string> seen = [entry.GetName().Name!];
        Queue<Assembly> queue = new([entry]);
        while (queue.TryDequeue(out Assembly? assembly))
        {
            yield return assembly;
            foreach (AssemblyName reference in assembly.GetReferencedAssemblies())
            {
                if (!IsFramework(reference) && !IsRuntime(reference) && seen.Add(reference.Name!) && Load(reference.Name!) is { } loaded)
                {
                    queue.Enqueue(loaded);
                }
            }
        }
    }

    private static bool IsFramework(AssemblyName name) =>
        name.Name is null or "netstandard" or "mscorlib"
        || name.Name.StartsWith("System.", StringComparison.Ordinal)
        || name.Name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
