using Workflows.Activities.Models;
using Workflows.Durable.Client;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;
using static Workflows.Orchestrations.Tests.Fleet.TestCatalogue;

namespace Workflows.Orchestrations.Tests.Fleet;

/// <summary>Blocks of real-time calls, through the orchestration and the entity.</summary>
public sealed class RealtimeBlockTests
{
    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_gets_its_block_and_admits_within_it()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a", concurrent: 8)), Unused);
        RealtimeAdmission admission = new("process", new ClockOf(fleet));

        FleetBlock block = await admission.RenewAsync(fleet.Client, "default", admission.Ask("a", 3, 10, 0), Ended);

        Assert.Equal(3, block.Slots);
        Assert.NotNull(admission.TryEnter("a", 0));
        Assert.Equal("process", Assert.Single((await fleet.StateAsync()).Blocks).Owner);
    }

    [Fact]
    public async Task The_orchestration_leaves_nothing_behind()
    {
        await using TestFleet fleet = await TestFleet.StartAsync(new TestCatalogue(Pool("a", concurrent: 8)), Unused);
        RealtimeAdmission admission = new("process", new ClockOf(fleet));

        await admission.RenewAsync(fleet.Client, "default", admission.Ask("a", 3, 10, 0), Ended);

        Assert.Null(await fleet.Client.GetInstanceAsync("block:process:a:1", Ended));
    }

    private static Task<ModelSendOutcome> Unused(ModelSend send) => throw new InvalidOperationException("Nothing is sent.");

    private sealed class ClockOf(TestFleet fleet) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => fleet.Now;
    }
}
