using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers;

/// <summary>The programming model's types, told by name, so that both families of namespaces count.</summary>
internal static class DurableTypes
{
    private static readonly string[] Namespaces = ["Workflows.Durable", "Microsoft.DurableTask"];

    /// <summary>Whether a compilation can hold orchestrators at all.</summary>
    public static bool AreKnownTo(Compilation compilation) =>
        Namespaces.Any(name => !compilation.GetTypesByMetadataName($"{name}.TaskOrchestrationContext").IsEmpty);

    /// <summary>Whether a type is the orchestration's context or derives from it.</summary>
    public static bool IsContext(ITypeSymbol? type)
    {
        for (ITypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            if (next.Name == "TaskOrchestrationContext" && IsDurable(next))
            {
                return true;
            }
        }

        return type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsContext);
    }

    /// <summary>Whether a type is an orchestrator in the form of a class.</summary>
    public static bool IsOrchestrator(INamedTypeSymbol? type) =>
        type is not null && type.AllInterfaces.Any(each => each.Name == "ITaskOrchestrator" && IsDurable(each));

    /// <summary>Whether a method is given an orchestration.</summary>
    public static bool TakesOrchestration(IMethodSymbol method) => method.Parameters.Any(parameter =>
        IsContext(parameter.Type) || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "OrchestrationTriggerAttribute"));

    /// <summary>Whether a type belongs to the programming model.</summary>
    public static bool IsDurable(ITypeSymbol type)
    {
        string name = TypeNames.NamespaceOf(type);
        return Namespaces.Any(each => name == each || (name.StartsWith(each, StringComparison.Ordinal) && name[each.Length] == '.'));
    }
}
