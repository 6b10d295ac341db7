using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Workflows.Analyzers.Rules;

/// <summary>
/// WF0009: an orchestrator neither reads nor writes static state that changes: static fields that are not read-only, static properties that can be
/// set, static collections for concurrent use, and anything written through a static.
/// </summary>
internal sealed class StaticStateRule : OrchestrationRule
{
    /// <summary>What is reported.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        "WF0009",
        "An orchestrator must not use static mutable state",
        "'{0}' is shared by all that runs in the process and may have changed at a replay: keep it in local variables, the input or an entity ({1})",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Static state outlives the orchestration, is changed by others and is lost with the process: a replay finds it different. State of one orchestration lives in its variables, state of several in an entity.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "Append", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "IntersectWith", "Pop", "Push",
        "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "Sort", "TryAdd", "TryDequeue", "TryPop", "UnionWith",
    };

    private static readonly HashSet<string> AlwaysShared = new(StringComparer.Ordinal)
    {
        "System.Threading.AsyncLocal",
        "System.Threading.ThreadLocal",
        "System.Runtime.CompilerServices.ConditionalWeakTable",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Rule => Descriptor;

    /// <inheritdoc/>
    public override string? Judge(IOperation operation, IAssemblySymbol assembly)
    {
        ISymbol? shared = operation switch
        {
            IMemberReferenceOperation { Member: { IsStatic: true } member } when Changeable(member, assembly) => member,
            IAssignmentOperation { Target: { } target } => WrittenThrough(target),
            IIncrementOrDecrementOperation { Target: { } target } => WrittenThrough(target),
            IInvocationOperation { Instance: { } receiver, TargetMethod: { } method } when Changes.Contains(method.Name) && IsCollection(method.ContainingType) => Root(receiver),
            _ => null,
        };
        return shared is null ? null : TypeNames.Call(shared);
    }

    private static bool Changeable(ISymbol member, IAssemblySymbol assembly) => member switch
    {
        IFieldSymbol { IsConst: true } => false,
        IFieldSymbol field => !field.IsReadOnly || IsAlwaysShared(field.Type),
        IPropertySymbol { SetMethod: { } setter } property =>
            setter.DeclaredAccessibility == Accessibility.Public || SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, assembly),
        IPropertySymbol property => IsAlwaysShared(property.Type),
        _ => false,
    };

    private static bool IsAlwaysShared(ITypeSymbol type) =>
        AlwaysShared.Contains(TypeNames.Full(type)) || TypeNames.NamespaceOf(type) == "System.Collections.Concurrent";

    private static bool IsCollection(INamedTypeSymbol type)
    {
        string space = TypeNames.NamespaceOf(type);
        return space is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.ObjectModel"
            || TypeNames.Full(type) == "System.Text.StringBuilder";
    }

    // The static itself is found as a reference; here only what hangs on a read-only one.
    private static ISymbol? WrittenThrough(IOperation target) => target switch
    {
        IMemberReferenceOperation { Instance: { } receiver } => Root(receiver),
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        _ => null,
    };

    private static ISymbol? Root(IOperation operation) => operation switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } => field,
        IPropertyReferenceOperation { Property: { IsStatic: true, SetMethod: null } property } when IsStored(property) => property,
        IMemberReferenceOperation { Instance: { } receiver } => Root(receiver),
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        IConversionOperation conversion => Root(conversion.Operand),
        _ => null,
    };

    private static bool IsStored(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));
}
