using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>
/// Which bodies a call of a virtual member may run: those of the types that orchestrator code constructs. A call that finds none there is
/// of an object that was handed in, and may run the body of any type of the assembly.
/// </summary>
/// <param name="map">The code of the assembly.</param>
internal sealed class Dispatch(CodeMap map)
{
    private readonly HashSet<INamedTypeSymbol> _constructed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ISymbol> _callers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _unanswered = new(SymbolEqualityComparer.Default);

    /// <summary>Takes in a constructed type; answers what earlier calls may run of it, each with the caller.</summary>
    public IReadOnlyList<(ISymbol Body, ISymbol Caller)> Construct(INamedTypeSymbol type) => _constructed.Add(type)
        ? [.. _callers.SelectMany(call => Answer(call.Key, [type]).Select(body => (body, call.Value)))]
        : [];

    /// <summary>Takes in a call; answers what it may run of the types constructed so far.</summary>
    public IReadOnlyList<ISymbol> Call(IMethodSymbol method, ISymbol caller)
    {
        if (_callers.ContainsKey(method))
        {
            return [];
        }

        _callers.Add(method, caller);
        _unanswered.Add(method);
        return Answer(method, _constructed);
    }

    /// <summary>Answers what the calls that found no constructed type may run.</summary>
    public IReadOnlyList<(ISymbol Body, ISymbol Caller)> TakeHandedIn(IAssemblySymbol assembly)
    {
        IMethodSymbol[] calls = [.. _unanswered.Where(method => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, assembly))];
        _unanswered.Clear();
        return [.. calls.SelectMany(method => Answer(method, map.Types).Select(body => (body, _callers[method])))];
    }

    private List<ISymbol> Answer(IMethodSymbol method, IEnumerable<INamedTypeSymbol> types)
    {
        List<ISymbol> bodies = [.. types.SelectMany(type => BodyOf(method, type))];
        if (bodies.Count > 0)
        {
            _unanswered.Remove(method);
        }

        return bodies;
    }

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
