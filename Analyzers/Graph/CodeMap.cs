using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>All bodies of code of the assembly. Safe for use by several threads.</summary>
internal sealed class CodeMap
{
    private readonly ConcurrentDictionary<ISymbol, CodeUnit> _units = new(SymbolEqualityComparer.Default);

    /// <summary>The orchestrators, in the order of the sources.</summary>
    public IEnumerable<CodeUnit> Roots => _units.Values
        .Where(unit => unit.IsRoot)
        .Select(unit => (Unit: unit, Location: unit.Symbol.Locations.FirstOrDefault()))
        .OrderBy(root => root.Location?.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(root => root.Location?.SourceSpan.Start)
        .Select(root => root.Unit);

    /// <summary>The types that hold code.</summary>
    public IEnumerable<INamedTypeSymbol> Types => _units.Keys
        .Select(symbol => symbol.ContainingType)
        .Where(type => type is not null)
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal);

    /// <summary>What stands for a member in all its forms: constructed, reduced to an extension's call, or declared in parts.</summary>
    public static ISymbol KeyOf(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol method)
        {
            return symbol.OriginalDefinition;
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.PartialImplementationPart ?? definition;
    }

    /// <summary>The body of a member; made when it is not there yet.</summary>
    public CodeUnit Open(ISymbol symbol, CodeUnit? outer) => _units.GetOrAdd(KeyOf(symbol), key => new CodeUnit(key, outer));

    /// <summary>The body of a member; null when it has none here.</summary>
    public CodeUnit? Find(ISymbol symbol) => _units.TryGetValue(symbol, out CodeUnit? unit) ? unit : null;
}
