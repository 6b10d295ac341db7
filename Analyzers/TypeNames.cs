using Microsoft.CodeAnalysis;

namespace Workflows.Analyzers;

/// <summary>Names of types and members.</summary>
internal static class TypeNames
{
    /// <summary>The namespace, empty for the global one.</summary>
    public static string NamespaceOf(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : string.Empty;

    /// <summary>Namespace and name, without type parameters.</summary>
    public static string Full(ITypeSymbol type)
    {
        string name = type.ContainingType is { } outer ? Full(outer) : NamespaceOf(type);
        return name.Length == 0 ? type.Name : $"{name}.{type.Name}";
    }

    /// <summary>A member as its user writes it: <c>Type.Member</c>, or <c>new Type</c>.</summary>
    public static string Call(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor }
        ? $"new {member.ContainingType.Name}"
        : $"{member.ContainingType?.Name}.{member.Name}";
}
