using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>
/// WF0008: an orchestrator awaits only tasks that come from its context. A task is judged where it is made, not where it is awaited, so that
/// it may pass through variables, lists and helpers: made by the context, by code of this assembly (which is judged itself), as a combination of
/// other tasks or as a task that is complete or completed by the orchestrator, it is fine; made by any other method of a referenced assembly, it is not.
/// </summary>
internal sealed class ForeignTaskRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0008",
        "An orchestrator must only await tasks of its context",
        "'{0}' gives a task that no history records: await tasks of the context only, and leave this call to an activity ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "When a task that the engine does not know completes, the orchestrator goes on at a moment that a replay cannot repeat, outside its turn. Tasks of the context, combinations of them, completed tasks and a TaskCompletionSource that the orchestrator itself completes are fine.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly HashSet<string> Awaitables = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.ValueTask",
        "System.Collections.Generic.IAsyncEnumerable",
        "System.Runtime.CompilerServices.YieldAwaitable",
    };

    // Their tasks stand for others, or for nothing that has to be waited for.
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "System.Threading.Tasks.Task",
        "System.Threading.Tasks.ValueTask",
        "System.Threading.Tasks.TaskCompletionSource",
        "System.Threading.Tasks.TaskExtensions",
        "System.IAsyncDisposable",
        "System.Collections.Generic.IAsyncEnumerator",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly)
    {
        (ISymbol Member, ITypeSymbol Type)? made = operation switch
        {
            IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } => (method, method.OriginalDefinition.ReturnType),
            IMethodReferenceOperation { Method: { } method } => (method, method.OriginalDefinition.ReturnType),
            IPropertyReferenceOperation { Property: { } property } => (property, property.OriginalDefinition.Type),
            _ => null,
        };
        return made is { Member: { ContainingType: { } owner } member, Type: INamedTypeSymbol type }
            && !SymbolEqualityComparer.Default.Equals(owner.ContainingAssembly, assembly)
            && Awaitables.Contains(TypeNames.Full(type))
            && !IsFine(member, owner, type)
                ? TypeNames.Call(member)
                : null;
    }

    private static bool IsFine(ISymbol member, INamedTypeSymbol owner, INamedTypeSymbol type) =>
        DurableTypes.IsDurable(owner)
        || (Neutral.Contains(TypeNames.Full(owner)) && type.Name != "YieldAwaitable")
        || (member is IMethodSymbol method && method.Parameters.Any(parameter => DurableTypes.IsContext(parameter.Type) || HoldsTasks(parameter.Type)));

    private static bool HoldsTasks(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsTasks(array.ElementType),
        INamedTypeSymbol { Name: "Task" or "ValueTask" } => TypeNames.NamespaceOf(type) == "System.Threading.Tasks",
        INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: { Length: 1 } arguments } => HoldsTasks(arguments[0]),
        _ => false,
    };
}
