using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Workflows.Functions.Hosting;

/// <summary>What a compiled room uses of the host side, read from its metadata.</summary>
internal sealed class ContractUse
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] HostSide = ["Workflows.Runtime.Contract", "Workflows.Runtime.Host", "Workflows.Runtime.Engine", "Workflows.Simulator"];

    private static readonly SignatureNames Names = new();

    private readonly MetadataReader _reader;
    private readonly Module _module;

    private ContractUse(MetadataReader reader, Module module)
    {
        _reader = reader;
        _module = module;
        Types = _reader.TypeReferences.Select(Resolve).Where(type => HostSide.Contains(type.Assembly.GetName().Name)).ToHashSet();
        Members = _reader.MemberReferences.Select(Find).OfType<MemberInfo>().ToHashSet();
    }

    /// <summary>Every type of the host side that the room names.</summary>
    public IReadOnlySet<Type> Types { get; }

    /// <summary>Every member of the host side that the room uses, as its type declares it; of an accessor its property.</summary>
    public IReadOnlySet<MemberInfo> Members { get; }

    /// <summary>Reads a room.</summary>
    public static ContractUse Of(string room)
    {
        Assembly assembly = Assembly.Load($"Workflows.{room}");
        using PEReader file = new(File.OpenRead(assembly.Location));
        return new ContractUse(file.GetMetadataReader(), assembly.ManifestModule);
    }

    private Type Resolve(TypeReferenceHandle handle) => _module.ResolveType(MetadataTokens.GetToken(handle));

    private MemberInfo? Find(MemberReferenceHandle handle)
    {
        MemberReference reference = _reader.GetMemberReference(handle);
        if (DeclaringType(reference.Parent) is not { } type)
        {
            return null;
        }

        string name = _reader.GetString(reference.Name);
        return reference.GetKind() == MemberReferenceKind.Field
            ? type.GetField(name, All) ?? throw new MissingFieldException(type.FullName, name)
            : Declared(type, Method(type, name, reference.DecodeMethodSignature(Names, null)));
    }

    /// <summary>The type of the host side that a member belongs to; null: another's.</summary>
    private Type? DeclaringType(EntityHandle parent)
    {
        string? name = parent.Kind switch
        {
            HandleKind.TypeReference => Names.GetTypeFromReference(_reader, (TypeReferenceHandle)parent, 0),
            HandleKind.TypeSpecification => _reader.GetTypeSpecification((TypeSpecificationHandle)parent).DecodeSignature(Names, null).Split('<')[0],
            _ => null,
        };
        return Types.FirstOrDefault(type => type.FullName == name);
    }

    private static MethodBase Method(Type type, string name, MethodSignature<string> signature) =>
        type.GetMembers(All).OfType<MethodBase>().FirstOrDefault(method => method.Name == name
            && (method.IsGenericMethodDefinition ? method.GetGenericArguments().Length : 0) == signature.GenericParameterCount
            && method.GetParameters().Select(parameter => SignatureNames.Of(parameter.ParameterType)).SequenceEqual(signature.ParameterTypes)
            && (method is not MethodInfo returning || SignatureNames.Of(returning.ReturnType) == signature.ReturnType))
        ?? throw new MissingMethodException(type.FullName, $"{name}({string.Join(", ", signature.ParameterTypes)})");

    private static MemberInfo Declared(Type type, MethodBase method) =>
        method is MethodInfo { IsSpecialName: true } accessor && type.GetProperties(All).FirstOrDefault(property => property.GetAccessors(true).Contains(accessor)) is { } owner ? owner : method;
}
