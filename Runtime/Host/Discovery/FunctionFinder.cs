using System.Reflection;
using Workflows.FunctionsWorker;
using Workflows.Runtime.Host.Configuration;

namespace Workflows.Runtime.Host.Discovery;

/// <summary>Finds the functions of assemblies and says all that is wrong with them at once.</summary>
internal static class FunctionFinder
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <exception cref="HostStartException">Functions that cannot be run as they are; the message has a line for each fault.</exception>
    public static IReadOnlyList<HostFunction> Find(IEnumerable<Assembly> assemblies, HostJson settings)
    {
        List<string> faults = [];
        List<HostFunction> functions = [];
        foreach (MethodInfo method in assemblies.SelectMany(Types).SelectMany(type => type.GetMethods(Declared)))
        {
            if (!method.IsDefined(typeof(FunctionAttribute), inherit: false))
            {
                continue;
            }

            try
            {
                functions.Add(FunctionReader.Read(method, settings));
            }
            catch (FunctionFaultException fault)
            {
                faults.Add($"{HostFunction.Describe(method)}: {fault.Message}");
            }
        }

        faults.AddRange(Duplicates(functions, f => f.Name, "are both functions named"));
        foreach (IGrouping<FunctionKind, HostFunction> kind in functions.Where(f => f.Kind is FunctionKind.Orchestration or FunctionKind.Activity or FunctionKind.Entity).GroupBy(f => f.Kind))
        {
            faults.AddRange(Duplicates(kind.Where(f => f.TaskName != f.Name || kind.Any(g => g.TaskName != g.Name)), f => f.TaskName, $"are both the {kind.Key}"));
        }

        faults.AddRange(SameRoutes([.. functions.Where(f => f.Route is not null)]));
        return faults.Count == 0
            ? functions
            : throw new HostStartException(faults.Count == 1 ? faults[0] : $"{faults.Count} functions cannot be run:\n- {string.Join("\n- ", faults)}");
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes().Where(type => type is { IsInterface: false } && type.Name[0] != '<');
        }
        catch (ReflectionTypeLoadException e)
        {
            throw new HostStartException($"The types of {assembly.GetName().Name} cannot be loaded: {e.LoaderExceptions.FirstOrDefault()?.Message}", e);
        }
    }

    private static IEnumerable<string> Duplicates(IEnumerable<HostFunction> functions, Func<HostFunction, string> name, string relation) =>
        functions.GroupBy(name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(f => f.EntryPoint))} {relation} '{group.Key}': names must differ in more than case.");

    private static IEnumerable<string> SameRoutes(IReadOnlyList<HostFunction> functions)
    {
        for (int i = 0; i < functions.Count; i++)
        {
            for (int j = i + 1; j < functions.Count; j++)
            {
                if (functions[i].Route!.Overlaps(functions[j].Route!))
                {
                    yield return $"{functions[i].EntryPoint} and {functions[j].EntryPoint} both answer the route '{functions[i].Route!.Pattern.RawText}'.";
                }
            }
        }
    }
}
