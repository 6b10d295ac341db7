using System.Reflection;
using Workflows.Shared.Prompts.PullRequestReview;

namespace Workflows.Functions;

/// <summary>What keeps the sources buildable for both hosts, and the arrows between the rooms pointing one way.</summary>
public sealed class HouseTests
{
    private static readonly string[] ProductRooms = ["Functions", "Orchestrations", "Activities", "Shared"];

    [Fact]
    public void No_product_source_but_each_hosts_own_parts_names_either_hosts_namespaces_or_branches_on_the_host()
    {
        string[] forbidden = ["Workflows.Durable", "Workflows.FunctionsWorker", "Workflows.Runtime", "Microsoft.DurableTask", "Microsoft.Azure.Functions", "\n#if"];

        IEnumerable<string> offenders = Sources()
            .Where(file => !file.Contains(Path.Combine("Functions", "Hosting"), StringComparison.Ordinal))
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

    /// <summary>Calls of workflows take the activity, under a lease; real-time calls take the client, inside a block. Nothing else sends.</summary>
    [Theory]
    [InlineData("CompleteChatAsync", "ModelClient.cs")]
    [InlineData("GenerateEmbeddingsAsync", "ModelClient.cs")]
    [InlineData("using OpenAI", "ModelClients.cs")]
    [InlineData("new HttpClient", "ModelClients.cs")]
    [InlineData("clients.Of(", "ModelClient.cs")]
    [InlineData("clients.EmbeddingsOf(", "ModelClient.cs")]
    [InlineData("clients.HttpOf(", "ServerQueues.cs")]
    [InlineData("ModelSend.ActivityName,", "ModelCallRun.cs")]
    public void Requests_to_models_are_made_at_one_place_only(string words, string place) =>
        Assert.Equal([place], Sources().Where(file => File.ReadAllText(file).ReplaceLineEndings("\n").Contains(words, StringComparison.Ordinal)).Select(Path.GetFileName));

    [Fact]
    public void Only_the_activity_and_what_has_a_block_of_real_time_calls_use_the_models_client()
    {
        string[] itself = ["IModelClient.cs", "ModelClient.cs", "ModelServices.cs", "SendModelRequest.cs", "QuickSummaryRehearsal.cs"];

        IEnumerable<string?> others = Sources()
            .Where(file => File.ReadAllText(file) is var text && text.Contains("IModelClient", StringComparison.Ordinal) && !text.Contains("RealtimeEntry", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Subset(itself.ToHashSet(), others.Select(name => name!).ToHashSet());
    }

    [Theory]
    [InlineData("PullRequestReview")]
    [InlineData("Consultation")]
    [InlineData("Debate")]
    [InlineData("Expressions")]
    [InlineData("Interview")]
    public void A_workflow_has_the_same_folder_name_in_every_room(string workflow)
    {
        foreach (string room in ProductRooms)
        {
            Assert.True(Directory.Exists(Path.Combine(Repository.Root, room, workflow)), $"{room} has no folder {workflow}.");
        }
    }

    [Fact]
    public void The_operations_page_names_the_answers_schema_of_every_task()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md")).ReplaceLineEndings(" ");

        Assert.All(
            ReviewPrompts.All.GroupBy(prompt => prompt.Schema.Name),
            schema => Assert.Contains($"{string.Join(", ", schema.Select(prompt => $"`{prompt.Id}`"))}: `{schema.Key}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources() => Repository.Sources(ProductRooms);
}
