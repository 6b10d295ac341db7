using System.Text.RegularExpressions;
using Workflows.Runtime.Engine;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>A send takes up what the pool's model runs on that it was leased for.</summary>
public sealed partial class ResourceTagTests
{
    [Theory]
    [InlineData("gpu")]
    [InlineData("cpu")]
    public async Task The_send_is_tagged_with_the_class_of_its_pool(string resourceClass)
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(TestCatalogue.Pool("a") with { ResourceClass = resourceClass }), send => Task.FromResult(TestFleet.Answer(send)));

        Assert.Equal([resourceClass], await TagsAsync(fleet));
        Assert.Equal(resourceClass, Assert.Single(fleet.Sends).Lease.ResourceClass);
    }

    [Fact]
    public async Task A_pool_of_no_class_has_its_sends_untagged()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(TestCatalogue.Pool("a")), send => Task.FromResult(TestFleet.Answer(send)));

        Assert.Empty(await TagsAsync(fleet));
    }

    [Fact]
    public async Task A_call_that_moves_to_another_pool_moves_to_its_class()
    {
        FleetPool[] pools = [TestCatalogue.Pool("a") with { ResourceClass = "gpu" }, TestCatalogue.Pool("b") with { ResourceClass = "cpu" }];
        await using TestFleet fleet = await TestFleet.StartAsync(
            new TestCatalogue(pools), send => Task.FromResult(send.Pool == "a" ? TestFleet.Fault(send, ModelSendStatus.Refused) : TestFleet.Answer(send)));

        Assert.Equal(["gpu", "cpu"], await TagsAsync(fleet));
    }

    [Fact]
    public void The_engines_tag_is_the_houses() => Assert.Equal(DurableEngineOptions.ResourceClassTag, ResourceClass.Tag);

    private static async Task<IEnumerable<string>> TagsAsync(TestFleet fleet)
    {
        string id = await fleet.BeginAsync();
        await fleet.ResultAsync(id);
        return Tag().Matches(await fleet.HistoryOfAsync(id)).Select(match => match.Groups[1].Value);
    }

    [GeneratedRegex("\"resourceClass\": \"([a-z]+)\"")]
    private static partial Regex Tag();
}
