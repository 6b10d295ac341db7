using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>What orchestrators reach in the assembly, each by the shortest way from the first of them.</summary>
internal sealed class Reach(CodeMap map, IAssemblySymbol assembly)
{
    private const int LongestPath = 6;

    private readonly Dictionary<ISymbol, ISymbol?> _from = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> _open = new();
    private readonly Dispatch _dispatch = new(map);

    /// <summary>Reports the findings in what is reached.</summary>
    public void Report(Action<Diagnostic> report, CancellationToken cancel)
    {
        foreach (CodeUnit root in map.Roots)
        {
            Enter(root.Symbol, null);
        }

        while (_open.Count > 0 || EnterAll(_dispatch.TakeHandedIn(assembly)))
        {
            cancel.ThrowIfCancellationRequested();
            ISymbol symbol = _open.Dequeue();
            CodeUnit? unit = map.Find(symbol);
            if (unit is not null)
            {
                Follow(unit);
                foreach (Finding finding in unit.Findings)
                {
                    report(Diagnostic.Create(finding.Rule.Rule, finding.Location, finding.Call, PathTo(unit)));
                }
            }

            EnterInitializers(symbol, unit);
        }
    }

    private void Follow(CodeUnit unit)
    {
        foreach (Call call in unit.Calls)
        {
            Enter(call.Target, unit.Symbol);
            if (call.IsVirtual && call.Target is IMethodSymbol method)
            {
                EnterAll(_dispatch.Call(method, unit.Symbol), unit.Symbol);
            }
        }
    }

    private void EnterInitializers(ISymbol symbol, CodeUnit? unit)
    {
        if (symbol.ContainingType is not { } type)
        {
            return;
        }

        EnterAll(type.StaticConstructors, symbol);
        if (symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            return;
        }

        EnterAll(_dispatch.Construct(type));
        EnterAll(type.GetMembers().Where(member => !member.IsStatic && member is IFieldSymbol or IPropertySymbol && map.Find(member) is not null), symbol);
        bool namesBase = unit is not null && unit.Calls.Any(call =>
            call.Target is IMethodSymbol { MethodKind: MethodKind.Constructor } && SymbolEqualityComparer.Default.Equals(call.Target.ContainingType, type.BaseType?.OriginalDefinition));
        if (!namesBase && type.BaseType is { } parent)
        {
            EnterAll(parent.InstanceConstructors.Where(constructor => constructor.Parameters.IsEmpty), symbol);
        }
    }

    private void EnterAll(IEnumerable<ISymbol> symbols, ISymbol from)
    {
        foreach (ISymbol symbol in symbols)
        {
            Enter(CodeMap.KeyOf(symbol), from);
        }
    }

    /// <returns>Whether there is anything new.</returns>
    private bool EnterAll(IEnumerable<(ISymbol Body, ISymbol Caller)> bodies)
    {
        foreach ((ISymbol body, ISymbol caller) in bodies)
        {
            Enter(body, caller);
        }

        return _open.Count > 0;
    }

    private void Enter(ISymbol symbol, ISymbol? from)
    {
        if (SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) && !_from.ContainsKey(symbol))
        {
            _from.Add(symbol, from);
            _open.Enqueue(symbol);
        }
    }

    private string PathTo(CodeUnit unit)
    {
        List<string> names = [];
        for (ISymbol? next = unit.Symbol; next is not null; next = _from[next])
        {
            string? name = map.Find(next) is { } passed ? passed.Name : $"new {next.ContainingType?.Name}";
            if (name is not null && (names.Count == 0 || names[names.Count - 1] != name))
            {
                names.Add(name);
            }
        }

        if (names.Count == 1)
        {
            return $"in {names[0]}";
        }

        names.Reverse();
        if (names.Count > LongestPath)
        {
            int left = LongestPath / 2;
            names.RemoveRange(left, names.Count - LongestPath);
            names.Insert(left, "…");
        }

        return $"reached from {string.Join(" → ", names)}";
    }
}
