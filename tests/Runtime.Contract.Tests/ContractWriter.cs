using System.Reflection;
using System.Runtime.CompilerServices;

namespace Workflows.Runtime.Contract.Tests;

/// <summary>Writes the public and protected surface of a type, a line a member, as the contract list does.</summary>
internal static class ContractWriter
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Plumbing = ["<Clone>$", "PrintMembers"];

    public static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        _ when IsDelegate(type) => "delegate",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    /// <summary>Base class and interfaces that the type adds to those of its base.</summary>
    public static IReadOnlyList<string> Bases(Type type)
    {
        if (type.IsEnum || IsDelegate(type))
        {
            return [];
        }

        bool hasBase = type is { IsValueType: false, BaseType: not null } && type.BaseType != typeof(object);
        IEnumerable<Type> inherited = type.BaseType?.GetInterfaces() ?? [];
        IEnumerable<string> interfaces = type.GetInterfaces().Except(inherited).Select(TypeNames.Of).Order(StringComparer.Ordinal);
        return [.. hasBase ? [TypeNames.Of(type.BaseType!)] : Array.Empty<string>(), .. interfaces];
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}");
        }

        if (IsDelegate(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return [$"delegate ({Parameters(invoke)}) : {TypeNames.Of(invoke.ReturnType)}"];
        }

        return
        [
            .. type.GetConstructors(Declared).Where(IsVisible).Where(constructor => !constructor.IsStatic).Select(Constructor),
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(IsVisible)).Select(Property),
            .. type.GetMethods(Declared).Where(method => IsVisible(method) && IsListed(method)).Select(Method),
        ];
    }

    /// <summary>The line of one member.</summary>
    public static string Line(MemberInfo member) => member switch
    {
        FieldInfo { DeclaringType.IsEnum: true } value => $"{value.Name} = {Convert.ToInt64(value.GetRawConstantValue(), null)}",
        ConstructorInfo constructor => Constructor(constructor),
        FieldInfo field => Field(field),
        PropertyInfo property => Property(property),
        MethodInfo method => Method(method),
        _ => throw new ArgumentException($"{member} is of a kind that the list does not have.", nameof(member)),
    };

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsListed(MethodInfo method)
    {
        bool isOverride = method.GetBaseDefinition() != method;
        bool isAccessor = method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);
        bool isRecordEquals = isOverride && method.Name == nameof(Equals);
        return !isAccessor
            && !isRecordEquals
            && !Plumbing.Contains(method.Name)
            && method.GetBaseDefinition().DeclaringType != typeof(object)
            && !(isOverride && method.GetBaseDefinition().DeclaringType == typeof(ValueType));
    }

    private static string Constructor(ConstructorInfo constructor) => $"{Access(constructor)}ctor({Parameters(constructor)})";

    private static string Field(FieldInfo field)
        => $"{(field.IsPublic ? string.Empty : "protected ")}{(field.IsStatic ? "static " : string.Empty)}{(field.IsLiteral ? "const " : string.Empty)}{field.Name} : {TypeNames.Of(field.FieldType)}";

    private static string Property(PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(IsVisible)];
        MethodInfo leading = accessors.FirstOrDefault(accessor => accessor.IsPublic) ?? accessors[0];
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get;" : string.Empty;
        string set = property.SetMethod is { } setter && IsVisible(setter) ? IsInit(setter) ? "init;" : "set;" : string.Empty;
        return $"{Access(leading)}{Modifier(leading)}{property.Name} : {TypeNames.Of(property.PropertyType)} {{{get}{set}}}";
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Method(MethodInfo method)
    {
        string generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeNames.Of))}>" : string.Empty;
        return $"{Access(method)}{Modifier(method)}{method.Name}{generics}({Parameters(method)}) : {TypeNames.Of(method.ReturnType)}";
    }

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static string Modifier(MethodInfo method) => method switch
    {
        { DeclaringType.IsInterface: true } => string.Empty,
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => string.Empty,
    };

    private static string Parameters(MethodBase method)
    {
        bool isExtension = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", method.GetParameters().Select(parameter => Parameter(parameter, isExtension && parameter.Position == 0)));
    }

    private static string Parameter(ParameterInfo parameter, bool isThis)
    {
        string prefix = isThis ? "this "
            : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params "
            : parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref "
            : string.Empty;
        return $"{prefix}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : string.Empty)}";
    }
}
