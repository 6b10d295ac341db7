using System.Text;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Shared.Tests.Models.Fleet;

/// <summary>What it costs the others when waiters disappear, and what thousands of callers cost the state.</summary>
public sealed class FleetLossTests
{
    [Theory]
    [InlineData(QueueLoss.Terminated)]
    [InlineData(QueueLoss.Suspended)]
    public void When_half_the_waiters_disappear_in_mid_queue_the_rest_finish_within_1_1_of_the_undisturbed_time(QueueLoss loss)
    {
        FleetQueue disturbed = new(calls: 200, loss);
        disturbed.Run();

        FleetQueue undisturbed = new(disturbed.Served, QueueLoss.None);
        undisturbed.Run();

        Assert.InRange(disturbed.Served, 100, 120);
        Assert.InRange(disturbed.Ended, 0, undisturbed.Ended * 1.1);
    }

    [Fact]
    public void Ten_thousand_callers_with_blocks_and_budgets_fit_into_128_kilobytes()
    {
        FleetPool[] pools =
        [
            FleetDouble.Pool("a", concurrent: 50, calls: 600, tokens: 10_000_000),
            FleetDouble.Pool("b", concurrent: 8, calls: 50),
            FleetDouble.Pool("c", concurrent: 6, tokens: 4_000_000),
        ];
        FleetDouble fleet = new(pools);
        int largest = 0;
        for (int i = 0; i < 32; i++)
        {
            fleet.Renew(new FleetBlockAsk { Owner = $"host-name-of-some-length-{i}-1767225600000", Pool = pools[i % 3].Name, Number = 1, Slots = 1, Calls = 2, Tokens = 100 });
        }

        for (int i = 0; i < 10_000; i++)
        {
            fleet.Clock = i * 0.02;
            FleetAnswer answer = fleet.Acquire(FleetDouble.Ticket($"pull-request-0123456789abcdef:file-{i}:F2", @class: (CallClass)(i % 3), pools: ["a", "b", "c"]));
            if (answer.Lease is { } lease)
            {
                fleet.Release(lease, FleetDouble.Sent(fleet.Clock, 50) with { Status = i % 7 == 0 ? ModelSendStatus.RateLimited : ModelSendStatus.Answered });
            }

            largest = Math.Max(largest, Encoding.UTF8.GetByteCount(fleet.Json));
        }

        Assert.InRange(largest, 1, 128 * 1024);
    }
}
