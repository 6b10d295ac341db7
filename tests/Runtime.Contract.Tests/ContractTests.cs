using Workflows.Durable;

namespace Workflows.Runtime.Contract.Tests;

public sealed class ContractTests
{
    private static readonly ContractList List = ContractList.Read();

    private static readonly Type[] Ours = [.. typeof(TaskName).Assembly.GetExportedTypes()];

    private static readonly string[] Whole = ["Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client"];

    private static readonly string[] LeftOut =
    [
        "DurableTaskClient | virtual GetOrchestrationHistoryAsync(String instanceId, CancellationToken cancellation = default) : Task<IList<HistoryEvent>>",
        "TaskEntityOperationExtensions | static class",
    ];

    [Fact]
    public void Every_public_member_stands_in_the_contract_list()
    {
        string[] strangers =
        [
            .. from type in Ours
               let name = TypeNames.Of(type)
               from member in ContractWriter.Members(type)
               where !List.Members[name].Contains(member)
               select $"{name} | {member}",
        ];

        Assert.True(strangers.Length == 0, Listing("Public members that Microsoft's packages do not have", strangers));
    }

    [Fact]
    public void Every_public_type_has_the_kind_of_the_contract_list_and_no_base_beyond_it()
    {
        string[] strangers =
        [
            .. from type in Ours
               let name = TypeNames.Of(type)
               let kind = ContractWriter.Kind(type)
               let bases = ContractWriter.Bases(type)
               where !List.Allows(name, kind, bases)
               select $"{name} | {kind} : {string.Join(", ", bases)}",
        ];

        Assert.True(strangers.Length == 0, Listing("Public types that differ from Microsoft's", strangers));
    }

    [Fact]
    public void Every_public_type_lies_in_the_mirror_of_its_namespace()
    {
        string[] strangers =
        [
            .. from type in Ours
               let name = TypeNames.Of(type)
               where !List.Types.Any(known => known.Type == name && ContractList.Mirror(known.Namespace) == type.Namespace)
               select $"{name} | {type.Namespace}",
        ];

        Assert.True(strangers.Length == 0, Listing("Public types that lie elsewhere than Microsoft's", strangers));
    }

    [Fact]
    public void The_durable_abstractions_and_the_client_are_whole()
    {
        ILookup<string, string> ours = Ours.ToLookup(TypeNames.Of, type => type)
            .SelectMany(group => group.SelectMany(ContractWriter.Members).Select(member => (group.Key, member)))
            .ToLookup(line => line.Key, line => line.member);
        HashSet<string> shared = [.. List.Types.Where(known => !Whole.Contains(known.Assembly)).Select(known => known.Type)];
        HashSet<string> names = [.. Ours.Select(TypeNames.Of)];
        string[] missing =
        [
            .. from known in List.Types
               where Whole.Contains(known.Assembly) && !shared.Contains(known.Type)
               from line in List.Members[known.Type]
               let present = ContractList.IsTypeLine(line) && !line.StartsWith("delegate (", StringComparison.Ordinal)
                   ? names.Contains(known.Type)
                   : ours[known.Type].Contains(line)
               let text = $"{known.Type} | {line}"
               where !present && !LeftOut.Contains(text)
               select text,
        ];

        Assert.True(missing.Length == 0, Listing("Members of Microsoft's packages that are missing", missing));
    }

    private static string Listing(string title, string[] lines) => $"{title}:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}";
}
