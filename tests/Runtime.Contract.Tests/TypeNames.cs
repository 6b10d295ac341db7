namespace Workflows.Runtime.Contract.Tests;

/// <summary>Writes type names as the contract list does: short CLR names without namespaces.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string outer = type.DeclaringType is { } declaring ? Of(declaring) + "." : string.Empty;
        int arity = type.Name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0
            ? outer + type.Name
            : $"{outer}{type.Name[..arity]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
