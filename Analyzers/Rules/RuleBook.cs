using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>All rules together. Safe for use by several threads.</summary>
/// <param name="assembly">The assembly under analysis.</param>
internal sealed class RuleBook(IAssemblySymbol assembly)
{
    private static readonly OrchestrationRule[] Rules =
    [
        new ClockRule(),
        new RandomnessRule(),
        new DelayRule(),
        new ThreadRule(),
        new InputOutputRule(),
        new EnvironmentRule(),
        new ConfigureAwaitRule(),
        new ForeignTaskRule(),
        new StaticStateRule(),
    ];

    private static readonly Dictionary<string, List<(OrchestrationRule Rule, MemberSet Members)>> Entries = Rules
        .SelectMany(rule => rule.Members.Select(entry => (Type: entry.Key, Rule: rule, Members: new MemberSet(entry.Value))))
        .GroupBy(entry => entry.Type)
        .ToDictionary(group => group.Key, group => group.Select(entry => (entry.Rule, entry.Members)).ToList());

    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<(OrchestrationRule Rule, MemberSet Members)>> _byType =
        new(SymbolEqualityComparer.Default);

    /// <summary>Whether an operation breaks a rule in orchestrator code; the first rule that it breaks counts.</summary>
    public (OrchestrationRule Rule, string Call)? Judge(IOperation operation)
    {
        if (MemberOf(operation) is { ContainingType: { } type } member && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly))
        {
            string name = member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? "new" : member.Name;
            foreach ((OrchestrationRule rule, MemberSet members) in _byType.GetOrAdd(type.OriginalDefinition, EntriesOf))
            {
                if (members.Contains(name))
                {
                    return (rule, TypeNames.Call(member));
                }
            }
        }

        foreach (OrchestrationRule rule in Rules)
        {
            if (rule.Judge(operation, assembly) is { } call)
            {
                return (rule, call);
            }
        }

        return null;
    }

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IMemberReferenceOperation reference => reference.Member,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private static ImmutableArray<(OrchestrationRule Rule, MemberSet Members)> EntriesOf(INamedTypeSymbol type)
    {
        List<(OrchestrationRule Rule, MemberSet Members)> found = [];
        for (INamedTypeSymbol? next = type; next is not null; next = next.BaseType)
        {
            Add(TypeNames.Full(next));
            for (INamespaceSymbol? space = next.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            {
                Add($"{space.ToDisplayString()}.*");
            }
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            Add(TypeNames.Full(contract));
        }

        return [.. found];

        void Add(string key)
        {
            if (Entries.TryGetValue(key, out List<(OrchestrationRule Rule, MemberSet Members)>? entries))
            {
                found.AddRange(entries);
            }
        }
    }
}
