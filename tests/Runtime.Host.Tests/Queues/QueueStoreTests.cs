namespace Workflows.Runtime.Host.Queues;

/// <summary>What every store of queues does.</summary>
public abstract class QueueStoreTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private protected abstract Task<IQueueStore> StoreAsync();

    /// <summary>Lets the store's time pass until something may have become visible.</summary>
    private protected abstract Task PassAsync(IQueueStore store, string queue);

    private protected abstract string NewQueue();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_queue_nobody_has_sent_to_is_empty()
    {
        IQueueStore store = await StoreAsync();

        Assert.Empty(await store.ReceiveAsync(NewQueue(), 1, Long, Cancellation));
    }

    [Fact]
    public async Task What_is_sent_is_received_with_its_text_and_a_count_of_one()
    {
        (IQueueStore store, string queue) = await SentAsync("<a & ü>", "b");

        IReadOnlyList<QueueDelivery> received = await store.ReceiveAsync(queue, 32, Long, Cancellation);

        Assert.Equal(["<a & ü>", "b"], received.Select(m => m.Text).Order());
        Assert.All(received, m => Assert.Equal((queue, 1), (m.Queue, m.DequeueCount)));
        Assert.Equal(2, received.Select(m => m.Id).Distinct().Count());
    }

    [Fact]
    public async Task Who_receives_a_message_has_it_alone()
    {
        (IQueueStore store, string queue) = await SentAsync("a", "b", "c");

        IReadOnlyList<QueueDelivery> first = await store.ReceiveAsync(queue, 2, Long, Cancellation);
        IReadOnlyList<QueueDelivery> second = await store.ReceiveAsync(queue, 32, Long, Cancellation);

        Assert.Equal(2, first.Count);
        Assert.Single(second);
        Assert.Equal(["a", "b", "c"], first.Concat(second).Select(m => m.Text).Order());
        Assert.Empty(await store.ReceiveAsync(queue, 32, Long, Cancellation));
    }

    [Fact]
    public async Task A_message_whose_visibility_ended_is_received_again_and_its_first_receiver_has_no_more_rights()
    {
        (IQueueStore store, string queue) = await SentAsync("a");
        QueueDelivery first = (await store.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1), Cancellation))[0];

        QueueDelivery second = await ReceiveAsync(store, queue);

        Assert.Equal(2, second.DequeueCount);
        Assert.False(await store.DeleteAsync(first, Cancellation));
        Assert.False(await store.ExtendAsync(first, Long, Cancellation));
        Assert.False(await store.ReleaseAsync(first, TimeSpan.Zero, Cancellation));
        Assert.True(await store.DeleteAsync(second, Cancellation));
        Assert.False(await store.DeleteAsync(second, Cancellation));
    }

    [Fact]
    public async Task A_message_given_back_is_received_again_at_once_or_after_its_delay()
    {
        (IQueueStore store, string queue) = await SentAsync("a");

        Assert.True(await store.ReleaseAsync(await ReceiveAsync(store, queue), TimeSpan.Zero, Cancellation));
        QueueDelivery second = (await store.ReceiveAsync(queue, 1, Long, Cancellation))[0];
        Assert.True(await store.ReleaseAsync(second, TimeSpan.FromSeconds(1), Cancellation));
        QueueDelivery third = await ReceiveAsync(store, queue);
        Assert.True(await store.ReleaseAsync(third, Long, Cancellation));
        Assert.Empty(await store.ReceiveAsync(queue, 1, Long, Cancellation));

        Assert.Equal((2, 3), (second.DequeueCount, third.DequeueCount));
    }

    [Fact]
    public async Task A_message_kept_for_longer_stays_its_receivers()
    {
        (IQueueStore store, string queue) = await SentAsync("a");
        QueueDelivery kept = (await store.ReceiveAsync(queue, 1, TimeSpan.FromSeconds(1), Cancellation))[0];

        Assert.True(await store.ExtendAsync(kept, Long, Cancellation));
        await PassAsync(store, queue);

        Assert.Empty(await store.ReceiveAsync(queue, 1, Long, Cancellation));
        Assert.True(await store.DeleteAsync(kept, Cancellation));
    }

    [Fact]
    public async Task A_message_moved_is_a_new_one_of_the_other_queue()
    {
        (IQueueStore store, string queue) = await SentAsync("a");
        string other = NewQueue();

        Assert.True(await store.MoveAsync(await ReceiveAsync(store, queue), other, Cancellation));
        QueueDelivery moved = (await store.ReceiveAsync(other, 1, Long, Cancellation))[0];

        Assert.Equal(("a", 1), (moved.Text, moved.DequeueCount));
        Assert.Empty(await store.ReceiveAsync(queue, 1, Long, Cancellation));
    }

    [Fact]
    public async Task A_waiting_receiver_learns_of_a_message()
    {
        IQueueStore store = await StoreAsync();
        string queue = NewQueue();
        Task<QueueDelivery> waiting = ReceiveByWaitingAsync(store, queue);

        await store.SendAsync(queue, ["a"], Cancellation);

        Assert.Equal("a", (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).Text);
    }

    private protected static async Task<QueueDelivery> ReceiveByWaitingAsync(IQueueStore store, string queue)
    {
        while (true)
        {
            IReadOnlyList<QueueDelivery> batch = await store.ReceiveAsync(queue, 1, Long, Cancellation);
            if (batch.Count > 0)
            {
                return batch[0];
            }

            await store.WaitAsync(queue, 1, Cancellation);
        }
    }

    private async Task<QueueDelivery> ReceiveAsync(IQueueStore store, string queue)
    {
        while (true)
        {
            IReadOnlyList<QueueDelivery> batch = await store.ReceiveAsync(queue, 1, Long, Cancellation);
            if (batch.Count > 0)
            {
                return batch[0];
            }

            await PassAsync(store, queue);
        }
    }

    private async Task<(IQueueStore Store, string Queue)> SentAsync(params string[] texts)
    {
        IQueueStore store = await StoreAsync();
        string queue = NewQueue();
        await store.SendAsync(queue, texts, Cancellation);
        return (store, queue);
    }
}
