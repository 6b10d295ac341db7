using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Workflows.Runtime.Host.Queues;

/// <summary>Queues of an Azure Storage account (or Azurite). An empty queue is looked at after 100 ms, then after twice as long each time.</summary>
/// <param name="service">The account.</param>
/// <param name="time">The real clock: the account knows no other.</param>
/// <param name="maxPolling">The longest wait between two looks.</param>
internal sealed class StorageQueueStore(QueueServiceClient service, TimeProvider time, TimeSpan maxPolling) : IQueueStore
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, QueueClient> _queues = new(StringComparer.Ordinal);

    public TimeProvider Time => time;

    /// <summary>Nothing: another process may be at work on what was received; it comes back when its visibility ends.</summary>
    public Task ReclaimAsync() => Task.CompletedTask;

    public async Task SendAsync(string queue, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        QueueClient client = Client(queue);
        foreach (string text in texts)
        {
            try
            {
                await client.SendMessageAsync(text, cancellationToken);
            }
            catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
            {
                await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
                await client.SendMessageAsync(text, cancellationToken);
            }
        }
    }

    public async Task<IReadOnlyList<QueueDelivery>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellationToken)
    {
        try
        {
            QueueMessage[] messages = await Client(queue).ReceiveMessagesAsync(max, visibility, cancellationToken);
            return [.. messages.Select(m => new QueueDelivery(queue, m.MessageId, m.MessageText, m.DequeueCount, m.InsertedOn) { Receipt = m.PopReceipt, NextVisibleAt = m.NextVisibleOn, ExpiresAt = m.ExpiresOn })];
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public Task WaitAsync(string queue, int emptyPolls, CancellationToken cancellationToken)
    {
        TimeSpan wait = FirstWait * Math.Pow(2, Math.Min(emptyPolls - 1, 20));
        return Task.Delay(wait < maxPolling ? wait : maxPolling, time, cancellationToken);
    }

    public Task<bool> ExtendAsync(QueueDelivery delivery, TimeSpan visibility, CancellationToken cancellationToken) => UpdateAsync(delivery, visibility, cancellationToken);

    public Task<bool> ReleaseAsync(QueueDelivery delivery, TimeSpan delay, CancellationToken cancellationToken) => UpdateAsync(delivery, delay, cancellationToken);

    public Task<bool> DeleteAsync(QueueDelivery delivery, CancellationToken cancellationToken) =>
        UnlessLostAsync(() => Client(delivery.Queue).DeleteMessageAsync(delivery.Id, delivery.Receipt, cancellationToken));

    public async Task<bool> MoveAsync(QueueDelivery delivery, string queue, CancellationToken cancellationToken)
    {
        await SendAsync(queue, [delivery.Text], cancellationToken);
        return await DeleteAsync(delivery, cancellationToken);
    }

    public bool IsAccount => true;

    public async Task<QueueLengths> LengthsAsync(string queue, CancellationToken cancellationToken)
    {
        try
        {
            QueueProperties properties = await Client(queue).GetPropertiesAsync(cancellationToken);
            PeekedMessage? first = (await Client(queue).PeekMessageAsync(cancellationToken)).Value;
            return new QueueLengths(properties.ApproximateMessagesCount, null, first?.InsertedOn);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return new QueueLengths(0, null, null);
        }
    }

    public async Task<IReadOnlyList<QueuedMessage>> PeekAsync(string queue, string? after, int max, CancellationToken cancellationToken)
    {
        try
        {
            PeekedMessage[] messages = await Client(queue).PeekMessagesAsync(Math.Min(max, MostAtOnce), cancellationToken);
            return [.. messages.Select(m => new QueuedMessage(m.MessageId, m.MessageText, m.InsertedOn, null, m.DequeueCount, false))];
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return [];
        }
    }

    public async Task<QueueDelivery?> TakeAsync(string queue, string id, CancellationToken cancellationToken)
    {
        // An account gives no message by its id: the first are received, and the others given back at once.
        IReadOnlyList<QueueDelivery> first = await ReceiveAsync(queue, MostAtOnce, TakenFor, cancellationToken);
        foreach (QueueDelivery other in first.Where(delivery => delivery.Id != id))
        {
            await ReleaseAsync(other, TimeSpan.Zero, CancellationToken.None);
        }

        return first.FirstOrDefault(delivery => delivery.Id == id);
    }

    private static async Task<bool> UnlessLostAsync(Func<Task> request)
    {
        try
        {
            await request();
            return true;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch || e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            return false;
        }
    }

    private Task<bool> UpdateAsync(QueueDelivery delivery, TimeSpan visibility, CancellationToken cancellationToken) => UnlessLostAsync(async () =>
    {
        UpdateReceipt receipt = await Client(delivery.Queue).UpdateMessageAsync(delivery.Id, delivery.Receipt, delivery.Text, visibility, cancellationToken);
        delivery.Receipt = receipt.PopReceipt;
    });

    private QueueClient Client(string queue) => _queues.GetOrAdd(queue, service.GetQueueClient);
}
