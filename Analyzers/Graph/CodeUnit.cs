using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers.Graph;

/// <summary>A body of code: of a method, an accessor, a lambda, a local function or an initializer.</summary>
internal sealed class CodeUnit
{
    private readonly List<Finding> _findings = [];
    private readonly List<Call> _calls = [];

    /// <summary>What it is the body of.</summary>
    public CodeUnit(ISymbol symbol, CodeUnit? outer)
    {
        Symbol = symbol;
        IsRoot = (symbol is IMethodSymbol method && DurableTypes.TakesOrchestration(method)) || (outer is null && DurableTypes.IsOrchestrator(symbol.ContainingType));
        string holder = outer?.Holder ?? NameOf(symbol);
        bool isLambda = symbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction };
        Holder = outer is not null && !isLambda ? $"{outer.Holder}.{symbol.Name}" : holder;
        Name = !isLambda ? Holder : IsRoot ? $"a lambda in {holder}" : null;
    }

    /// <summary>What it is the body of.</summary>
    public ISymbol Symbol { get; }

    /// <summary>True for orchestrator code in its own right.</summary>
    public bool IsRoot { get; }

    /// <summary>Its name in paths; null for a lambda, whose holder stands for it.</summary>
    public string? Name { get; }

    /// <summary>The nearest named code around it.</summary>
    public string Holder { get; }

    /// <summary>Broken rules, each said once.</summary>
    public IEnumerable<Finding> Findings => _findings.Where(finding => !_findings.Any(other => other.Covers(finding)));

    /// <summary>What it calls, in the order of the text.</summary>
    public IReadOnlyList<Call> Calls => _calls;

    /// <summary>Notes a broken rule.</summary>
    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>Notes that this code may run other code.</summary>
    public void AddCall(ISymbol target, bool isVirtual = false) => _calls.Add(new Call(target, isVirtual));

    private static string NameOf(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { AssociatedSymbol: { } property } => TypeNames.Call(property),
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } => $"static {symbol.ContainingType.Name}",
        _ => TypeNames.Call(symbol),
    };
}
