using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Workflows.Functions.Hosting;

/// <summary>What a compiled room uses of the host side, read from its metadata.</summary>
internal static class ContractUse
{
    private static readonly string[] HostSide = ["Workflows.Runtime.Contract", "Workflows.Runtime.Host", "Workflows.Runtime.Engine", "Workflows.Simulator"];

    /// <summary>Every type of the host side that the room names.</summary>
    public static IReadOnlySet<Type> Types(string room) => Read(room, (reader, module) => reader.TypeReferences
        .Select(handle => module.ResolveType(MetadataTokens.GetToken(handle)))
        .Where(IsOfTheHostSide)
        .ToHashSet());

    /// <summary>Every member of the host side that the room uses, as its type declares it.</summary>
    public static IReadOnlySet<MemberInfo> Members(string room) => Read(room, (reader, module) => reader.MemberReferences
        .Select(handle => module.ResolveMember(MetadataTokens.GetToken(handle))!)
        .Select(Declared)
        .Where(member => IsOfTheHostSide(member.DeclaringType!))
        .ToHashSet());

    private static T Read<T>(string room, Func<MetadataReader, Module, T> read)
    {
        Assembly assembly = Assembly.Load($"Workflows.{room}");
        using PEReader file = new(File.OpenRead(assembly.Location));
        return read(file.GetMetadataReader(), assembly.ManifestModule);
    }

    private static bool IsOfTheHostSide(Type type) => HostSide.Contains(type.Assembly.GetName().Name);

    /// <summary>The open form of a member of a generic type; the property or event of an accessor.</summary>
    private static MemberInfo Declared(MemberInfo used)
    {
        Type type = used.DeclaringType is { IsConstructedGenericType: true } closed ? closed.GetGenericTypeDefinition() : used.DeclaringType!;
        MemberInfo open = type.GetMembers((BindingFlags)(-1) & ~BindingFlags.IgnoreCase).FirstOrDefault(member => member.MetadataToken == used.MetadataToken && member.Module == used.Module) ?? used;
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return open is MethodInfo { IsSpecialName: true } accessor && type.GetProperties(All).FirstOrDefault(property => property.GetAccessors(true).Contains(accessor)) is { } owner ? owner : open;
    }
}
