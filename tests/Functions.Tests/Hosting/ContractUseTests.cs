using System.Reflection;
using Workflows.Runtime.Contract.Tests;

namespace Workflows.Functions.Hosting;

/// <summary>What the function projects use of the host side, and whether Microsoft's packages have it.</summary>
public sealed class ContractUseTests
{
    /// <summary>Of this repository's runtime alone; only <c>Functions/Hosting/Embedded</c> can name them, since the other build compiles without.</summary>
    private static readonly string[] OfThisHost = ["Workflows.Runtime.Host", "Workflows.Runtime.Engine", "Workflows.Simulator"];

    private static readonly ContractList List = ContractList.Read();

    public static TheoryData<string, int> Rooms => new() { { "Shared", 0 }, { "Activities", 3 }, { "Orchestrations", 30 }, { "Functions", 15 } };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_type_that_a_room_uses_of_the_host_side_is_in_the_contract_list(string room, int least)
    {
        Type[] used = [.. ContractUse.Of(room).Types.Where(type => !IsOfThisHost(room, type))];

        Assert.True(used.Length >= Math.Min(least, 3), $"{room} uses {used.Length} types of the host side: are they found?");
        Assert.Empty(used.Where(type => !IsListed(type)).Select(type => type.FullName));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_member_that_a_room_uses_of_the_host_side_is_in_the_contract_list(string room, int least)
    {
        MemberInfo[] used = [.. ContractUse.Of(room).Members.Where(member => !IsOfThisHost(room, member.DeclaringType!))];
        string[] strangers = [.. used.Where(member => !List.Members[TypeNames.Of(member.DeclaringType!)].Contains(ContractWriter.Line(member))).Select(member => $"{TypeNames.Of(member.DeclaringType!)} | {ContractWriter.Line(member)}")];

        Assert.True(used.Length >= least, $"{room} uses {used.Length} members of the host side: are they found?");
        Assert.True(strangers.Length == 0, $"{room} uses what Microsoft's packages do not have:{Environment.NewLine}{string.Join(Environment.NewLine, strangers)}");
    }

    private static bool IsListed(Type type) =>
        List.Types.Any(known => known.Type == TypeNames.Of(type) && ContractList.Mirror(known.Namespace) == type.Namespace);

    private static bool IsOfThisHost(string room, Type type) =>
        room == "Functions" && OfThisHost.Any(name => type.Namespace == name || type.Namespace!.StartsWith(name + ".", StringComparison.Ordinal));
}
