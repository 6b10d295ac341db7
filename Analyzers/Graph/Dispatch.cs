using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>Which bodies a call of a virtual member may run: those of the types that orchestrator code constructs.</summary>
internal sealed class Dispatch
{
    private readonly HashSet<INamedTypeSymbol> _constructed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _called = new(SymbolEqualityComparer.Default);

    /// <summary>Takes in a constructed type; answers what earlier calls may run of it.</summary>
    public IEnumerable<ISymbol> Construct(INamedTypeSymbol type) =>
        _constructed.Add(type) ? [.. _called.SelectMany(method => BodyOf(method, type))] : [];

    /// <summary>Takes in a call; answers what it may run of the types constructed so far.</summary>
    public IEnumerable<ISymbol> Call(IMethodSymbol method) =>
        _called.Add(method) ? [.. _constructed.SelectMany(type => BodyOf(method, type))] : [];

    private static IEnumerable<ISymbol> BodyOf(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol contract in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType)
                    && contract.GetMembers(method.Name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)) is { } member
                    && type.FindImplementationForInterfaceMember(member) is { } body)
                {
                    yield return CodeMap.KeyOf(body);
                }
            }

            yield break;
        }

        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            foreach (IMethodSymbol candidate in next.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (IMethodSymbol? overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                    {
                        yield return CodeMap.KeyOf(candidate);
                        yield break;
                    }
                }
            }
        }
    }
}
