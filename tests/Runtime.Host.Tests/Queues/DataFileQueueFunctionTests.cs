using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Runtime.Engine;
using Workflows.Runtime.Engine.HostTables;
using Workflows.Runtime.Engine.Testing;
using Workflows.Runtime.Host.App;

namespace Workflows.Runtime.Host.Queues;

public sealed class DataFileQueueFunctionTests : QueueFunctionTests
{
    private protected override string Connection => string.Empty;

    private protected override string Prefix => "test-";

    [Fact]
    public async Task A_message_stays_invisible_as_long_as_its_run_lasts()
    {
        TimeSpan half = QueueListener.Visibility / 2;
        VirtualTime clock = new();
        CountingClock counting = new(clock);

        // One at a time: a listener with room would make timers of its own beside the renewal's.
        await using TestHost host = await TestHost.StartAsync(o => o.Clock = counting, builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "1", ["AzureFunctionsJobHost:extensions:queues:newBatchThreshold"] = "0" }));
        HostTables tables = host.Services.GetRequiredService<HostTables>();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Desk.Work = (_, _, _) => release.Task;
        await SendAsync(host, "orders", "long");
        await host.Desk.NextAsync<string>("Orders");

        for (int renewal = 1; renewal <= 5; renewal++)
        {
            await counting.UntilMadeAsync(half, renewal);
            clock.Advance(half);
            await UntilVisibleAsync(tables, clock.GetUtcNow() + QueueListener.Visibility);
        }

        Assert.Empty(await new DataFileQueueStore(tables, clock).ReceiveAsync("test-orders", 1, QueueListener.Visibility, Cancellation));
        release.SetResult();
        await UntilVisibleAsync(tables, null);
    }

    [Fact]
    public async Task A_failed_message_waits_for_its_visibility_timeout()
    {
        VirtualTime clock = new();
        await using TestHost host = await TestHost.StartAsync(
            o => o.Clock = clock, builder => builder.Configuration["AzureFunctionsJobHost:extensions:queues:visibilityTimeout"] = "00:00:30");
        HostTables tables = host.Services.GetRequiredService<HostTables>();
        host.Desk.Work = (_, _, _) => throw new InvalidOperationException("failed");
        await SendAsync(host, "orders", "later");
        await host.Desk.NextAsync<string>("Orders");

        await UntilVisibleAsync(tables, clock.GetUtcNow() + TimeSpan.FromSeconds(30));
        Assert.Equal(0, host.Desk.Waiting("Orders"));
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal("later", await host.Desk.NextAsync<string>("Orders"));
    }

    [Fact]
    public async Task A_message_that_took_the_process_with_it_five_times_is_put_aside_without_another_run()
    {
        string folder = TestHost.NewFolder();
        await using (TestHost quiet = await TestHost.StartAsync(o => o.RunsWork = false, folder: folder))
        {
            await SendAsync(quiet, "orders", "deadly");
            HostTables tables = quiet.Services.GetRequiredService<HostTables>();
            await tables.WriteAsync(session => session.Execute("UPDATE host_queue SET dequeued = 5, taken = 1, visible = visible + 6000000000"));
        }

        await using (TestHost host = await TestHost.StartAsync(folder: folder))
        {
            Assert.Equal("deadly", await host.Desk.NextAsync<string>("LostOrders"));
            Assert.Equal(0, host.Desk.Waiting("Orders"));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("no_name", "is no queue name")]
    [InlineData("%Missing%", "the setting 'Missing', which is not set")]
    public async Task A_message_for_a_queue_that_cannot_be_is_refused(string queue, string fault)
    {
        await using TestHost host = await TestHost.StartAsync();

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => host.Queues.SendAsync(queue, "x", cancellationToken: Cancellation));

        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_no_queue_would_hold_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();

        ArgumentException refused = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(host, "orders", new string('x', 49_153)));

        Assert.Contains("49,152 at most", refused.Message, StringComparison.Ordinal);
        await SendAsync(host, "orders", new string('x', 49_152));
        Assert.Equal(49_152, (await host.Desk.NextAsync<string>("Orders")).Length);
    }

    private static async Task UntilVisibleAsync(HostTables tables, DateTimeOffset? visible)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (await tables.ReadAsync(session => QueueTable.NextVisible(session, "test-orders")) != visible)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
