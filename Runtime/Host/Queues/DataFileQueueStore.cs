using System.Collections.Concurrent;
using System.Globalization;
using Workflows.Runtime.Engine.HostTables;

namespace Workflows.Runtime.Host.Queues;

/// <summary>Queues in the data file. Nobody else has the file open, so a waiting receiver is woken by the sender and nothing polls.</summary>
internal sealed class DataFileQueueStore(HostTables tables, TimeProvider time) : IQueueStore
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);
    private static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Slip = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _changes = new(StringComparer.Ordinal);

    public TimeProvider Time => time;

    public async Task ReclaimAsync()
    {
        await tables.WriteAsync(session => QueueTable.Reclaim(session, time.GetUtcNow()));
        foreach (string queue in _changes.Keys)
        {
            Changed(queue);
        }
    }

    public async Task SendAsync(string queue, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DateTimeOffset now = time.GetUtcNow();
        await tables.WriteAsync(session => texts.Sum(text => QueueTable.Put(session, queue, text, now)));
        Changed(queue);
    }

    public async Task<IReadOnlyList<QueueDelivery>> ReceiveAsync(string queue, int max, TimeSpan visibility, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (await tables.ReadAsync(session => QueueTable.NextVisible(session, queue)) is not { } next || next > now)
        {
            return [];
        }

        List<QueueRow> rows = await tables.WriteAsync(session => QueueTable.Take(session, queue, max, now, now + visibility));
        return [.. rows.Select(row => new QueueDelivery(queue, Text(row.Id), row.Body, row.Dequeued, row.Inserted) { Receipt = Text(row.Dequeued), NextVisibleAt = now + visibility })];
    }

    public async Task WaitAsync(string queue, int emptyPolls, CancellationToken cancellationToken)
    {
        // Taken before the table is read: what is sent after the reading ends the wait.
        Task changed = _changes.GetOrAdd(queue, _ => NewChange()).Task;
        DateTimeOffset? next = await tables.ReadAsync(session => QueueTable.NextVisible(session, queue));
        DateTimeOffset now = time.GetUtcNow();
        TimeSpan wait = next is { } due ? due - now : LongestWait;
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        wait = TimeSpan.FromMilliseconds(Math.Ceiling(Math.Min(wait.TotalMilliseconds, LongestWait.TotalMilliseconds)));
        using CancellationTokenSource delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task over = Task.Delay(wait, time, delay.Token);

        // When the clock moved on before the timer was set (a machine that slept) it would ring too late for what is due: the caller looks again.
        if (next is null || time.GetUtcNow() - now < Slip)
        {
            await Task.WhenAny(changed, over);
        }

        await delay.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    public Task<bool> ExtendAsync(QueueDelivery delivery, TimeSpan visibility, CancellationToken cancellationToken) =>
        tables.WriteAsync(session => QueueTable.SetVisible(session, Number(delivery.Id), Number(delivery.Receipt), time.GetUtcNow() + visibility, keep: true));

    public async Task<bool> ReleaseAsync(QueueDelivery delivery, TimeSpan delay, CancellationToken cancellationToken)
    {
        bool released = await tables.WriteAsync(session =>
            QueueTable.SetVisible(session, Number(delivery.Id), Number(delivery.Receipt), time.GetUtcNow() + delay, keep: false));
        Changed(delivery.Queue);
        return released;
    }

    public Task<bool> DeleteAsync(QueueDelivery delivery, CancellationToken cancellationToken) =>
        tables.WriteAsync(session => QueueTable.Delete(session, Number(delivery.Id), Number(delivery.Receipt)));

    public async Task<bool> MoveAsync(QueueDelivery delivery, string queue, CancellationToken cancellationToken)
    {
        bool moved = await tables.WriteAsync(session => QueueTable.Move(session, Number(delivery.Id), Number(delivery.Receipt), queue, time.GetUtcNow()));
        Changed(queue);
        return moved;
    }

    public bool IsAccount => false;

    public Task<QueueLengths> LengthsAsync(string queue, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        return tables.ReadAsync(session =>
        {
            (long ready, long hidden, DateTimeOffset? oldest) = QueueTable.Count(session, queue, now);
            return new QueueLengths(ready, hidden, oldest);
        });
    }

    public Task<IReadOnlyList<QueuedMessage>> PeekAsync(string queue, string? after, int max, CancellationToken cancellationToken) =>
        tables.ReadAsync<IReadOnlyList<QueuedMessage>>(session =>
            [.. QueueTable.List(session, queue, after is null ? 0 : Number(after), max)
                .Select(row => new QueuedMessage(Text(row.Message.Id), row.Message.Body, row.Message.Inserted, row.Visible, row.Message.Dequeued, row.Taken))]);

    public async Task<QueueDelivery?> TakeAsync(string queue, string id, CancellationToken cancellationToken)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        DateTimeOffset until = time.GetUtcNow() + TakenFor;
        QueueRow? row = await tables.WriteAsync(session => QueueTable.TakeOne(session, queue, number, until));
        return row is null ? null : new QueueDelivery(queue, Text(row.Id), row.Body, row.Dequeued, row.Inserted) { Receipt = Text(row.Dequeued), NextVisibleAt = until };
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private void Changed(string queue)
    {
        if (_changes.TryRemove(queue, out TaskCompletionSource? change))
        {
            change.TrySetResult();
        }
    }
}
