using System.Reflection;

namespace Workflows.Functions;

/// <summary>What keeps the sources buildable for both hosts, and the arrows between the rooms pointing one way.</summary>
public sealed class HouseTests
{
    private static readonly string[] ProductRooms = ["Functions", "Orchestrations", "Activities", "Shared"];

    [Fact]
    public void No_product_source_names_either_hosts_namespaces_or_branches_on_the_host()
    {
        string[] forbidden = ["Workflows.Durable", "Workflows.FunctionsWorker", "Workflows.Runtime", "Microsoft.DurableTask", "Microsoft.Azure.Functions", "\n#if"];

        IEnumerable<string> offenders = ProductRooms
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(Root(), room), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(file => forbidden.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal)));

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("Shared", "")]
    [InlineData("Activities", "Runtime.Contract Shared")]
    [InlineData("Orchestrations", "Activities Runtime.Contract Shared")]
    [InlineData("Functions", "Activities Orchestrations Runtime.Contract Runtime.Host Shared Simulator")]
    public void A_room_sees_only_the_rooms_below_it(string room, string below)
    {
        IEnumerable<string> seen = Assembly.Load($"Workflows.{room}").GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.StartsWith("Workflows.", StringComparison.Ordinal))
            .Select(name => name["Workflows.".Length..]);

        Assert.Subset(below.Split(' ').ToHashSet(), seen.ToHashSet());
    }

    [Fact]
    public void A_workflow_has_the_same_folder_name_in_every_room()
    {
        foreach (string room in ProductRooms)
        {
            Assert.True(Directory.Exists(Path.Combine(Root(), room, "PullRequestReview")), $"{room} has no folder PullRequestReview.");
        }
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Workflows.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
